// npm run import: brings documents of another site into this installation's CMS.
import { spawn } from 'node:child_process';
import path from 'node:path';

import { build, CMS, PLUGINS } from './steps/build.mjs';
import { install } from './steps/install.mjs';
import { at } from './steps/paths.mjs';
import { createPlatform, loadSettings } from './steps/platform.mjs';
import { fail } from './steps/say.mjs';

/** Files are named from where npm was called, and the importer runs in the CMS's folder. */
const from = process.env.INIT_CWD ?? process.cwd();
const absolute = (argument) => {
  const [, option, file] = /^(--(?:mapping|files|report)=)(.+)$/.exec(argument) ?? [];
  if (option) return option + path.resolve(from, file);
  return argument.startsWith('-') ? argument : path.resolve(from, argument);
};

try {
  await install();
  for (const unit of PLUGINS) await build(unit);
  await build(CMS);
  const { cms } = createPlatform(loadSettings());
  const child = spawn(process.execPath, ['dist/src/import/main.js', ...process.argv.slice(2).map(absolute)], {
    cwd: at('apps/cms'),
    stdio: 'inherit',
    env: { ...process.env, ...cms.env },
  });
  child.on('exit', (code) => process.exit(code ?? 1));
} catch (error) {
  fail(error);
}
