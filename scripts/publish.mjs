// npm run publish: the publisher's command line on this installation's data.
import { spawn } from 'node:child_process';

import { deployRelease } from './static/deploy-release.mjs';
import { build, PUBLISHER, RENDERER } from './steps/build.mjs';
import { install } from './steps/install.mjs';
import { at } from './steps/paths.mjs';
import { createPlatform, loadSettings } from './steps/platform.mjs';
import { fail } from './steps/say.mjs';

try {
  const words = process.argv.slice(2);
  await install();
  await build(RENDERER);
  await build(PUBLISHER);
  const { publisher } = createPlatform(loadSettings());
  const command = (...args) =>
    new Promise((ended) => {
      const child = spawn(process.execPath, [at('apps/publisher/dist/cli.js'), ...args], { stdio: 'inherit', env: { ...process.env, ...publisher.env } });
      child.on('exit', (code) => ended(code ?? 1));
    });
  if (words[0] === 'deploy' && !words.includes('--help')) await deployRelease(publisher.env.DATA_DIR, (folder, ...more) => command('export', folder, ...more), words.slice(1));
  else process.exit(await command(...words));
} catch (error) {
  fail(error);
}
