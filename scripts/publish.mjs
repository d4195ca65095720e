// npm run publish: the publisher's command line on this installation's data.
import { spawn } from 'node:child_process';

import { build, PUBLISHER, RENDERER } from './steps/build.mjs';
import { install } from './steps/install.mjs';
import { at } from './steps/paths.mjs';
import { createPlatform, loadSettings } from './steps/platform.mjs';
import { fail } from './steps/say.mjs';

try {
  await install();
  await build(RENDERER);
  await build(PUBLISHER);
  const { publisher } = createPlatform(loadSettings());
  const child = spawn(process.execPath, [at('apps/publisher/dist/cli.js'), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, ...publisher.env },
  });
  child.on('exit', (code) => process.exit(code ?? 1));
} catch (error) {
  fail(error);
}
