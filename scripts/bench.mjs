// npm run bench: measures the budgets of the design, one script after the other, on this machine.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';

import { buildAll } from './steps/build.mjs';
import { install } from './steps/install.mjs';
import { at } from './steps/paths.mjs';
import { fail, say, Trouble } from './steps/say.mjs';

const all = ['apps', 'packages']
  .flatMap((group) => readdirSync(at(group)).map((name) => path.join(group, name, 'bench')))
  .concat('scripts/bench')
  .filter((folder) => existsSync(at(folder)))
  .flatMap((folder) => readdirSync(at(folder)).filter((file) => /\.m?ts$/.test(file)).map((file) => path.join(folder, file)));

const given = process.argv.slice(2);
// Names first; from the first option on, everything is for what is named.
const end = given.findIndex((argument) => argument.startsWith('--'));
const wanted = end < 0 ? given : given.slice(0, end);
const options = end < 0 ? [] : given.slice(end);
/** The one of that name; where there is none, all whose place has the word in it. */
const named = (word) => {
  const exact = all.filter((file) => path.parse(file).name === word);
  return exact.length ? exact : all.filter((file) => file.includes(word));
};
const chosen = wanted.length ? [...new Set(wanted.flatMap(named))] : all;

if (!wanted.length && options.includes('--help')) {
  console.log(`用法：npm run bench [-- 名称… [选项…]]

在这台机器上测量速度、大小和内存。不给名称就全部测一遍；名称后面的选项交给它，例如 lighthouse --help。
${all.map((file) => `  ${file}`).join('\n')}`);
  process.exit(0);
}

try {
  if (!chosen.length) throw new Trouble(`没有叫“${wanted.join(' ')}”的测量`, '运行 npm run bench -- --help 查看名称。');
  await install();
  await buildAll();
  for (const file of chosen) {
    say(`测量 ${file}`);
    const code = await new Promise((resolve) => spawn(at('node_modules/.bin/tsx'), [file, ...options], { cwd: at(), stdio: 'inherit' }).on('close', resolve));
    if (code !== 0) throw new Trouble(`${file} 没有测完，或没有达到目标`, '请看上面的输出。');
  }
} catch (error) {
  fail(error);
}
