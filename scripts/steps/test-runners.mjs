// The runners of `npm test`, one after the other, each counted by its own report.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

import { at } from './paths.mjs';
import { say } from './say.mjs';

/** Runs with its output shown, and a line now and then while it says nothing. */
function show(command, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command[0], command.slice(1), { cwd: at(), env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] });
    const timer = setInterval(() => say('仍在运行…'), 30_000);
    child.on('close', (code) => {
      clearInterval(timer);
      resolve(code ?? 1);
    });
  });
}

/** A program of the dependencies, called without a package manager in between. */
const bin = (name, ...args) => [at('node_modules/.bin', name), ...args];

/** Checks that pass or fail as one: each counts as one test. */
const CHECKS = [
  ['生成的内容是最新的', [process.execPath, 'scripts/generate.mjs', '--check']],
  ['类型', bin('tsc', '-p', 'tsconfig.json')],
  ['后台类型', bin('tsc', '-p', 'apps/cms/tsconfig.json', '--noEmit')],
  ['后台界面类型', bin('tsc', '-p', 'tsconfig.admin.json')],
  ['模板类型', [at('apps/portal/node_modules/.bin/astro'), 'check', '--root', 'apps/portal', '--minimumSeverity', 'warning']],
  ['依赖规则', bin('depcruise', 'apps', 'packages', '--config', '.dependency-cruiser.cjs', '--output-type', 'err')],
];
/** Those that look at nothing that is built. */
const CHECKS_OF_SOURCE = [['代码规范', bin('eslint', '.')]];

/** Checkers make a million small objects: with room for the young ones they take an eighth less of a processor. */
const CHECK_ENV = { ASTRO_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '--max-semi-space-size=64' };

/** @returns Each check of a list by its name, and whether it passed. */
async function runInTurn(waiting) {
  const results = [];
  for (let check; (check = waiting.shift()); ) {
    const [name, command] = check;
    const code = await show(command, CHECK_ENV);
    say(`${code === 0 ? '通过' : '没有通过'}：${name}`);
    results.push({ name, ok: code === 0 });
  }
  return results;
}

/** What can be checked while the admin is still being built, which leaves a core idle. */
export const checkSource = () => runInTurn([...CHECKS_OF_SOURCE]);

/** Each check keeps one core busy: two run side by side, in two lanes that share the list. @param done Results of those that ran before. */
async function runChecks(done) {
  const waiting = [...CHECKS];
  const lanes = await Promise.all([runInTurn(waiting), runInTurn(waiting)]);
  const results = [...done, ...lanes.flat()];
  const failures = results.filter(({ ok }) => !ok).map(({ name }) => name);
  return { passed: results.length - failures.length, failed: failures.length, failures };
}

async function runVitest(folder, env) {
  const report = path.join(folder, 'vitest.json');
  const code = await show(bin('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`), env);
  if (!existsSync(report)) return { passed: 0, failed: 1, failures: ['vitest wrote no report'] };
  const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that cannot even be loaded fails no single test.
  const failed = numFailedTests || (code === 0 ? 0 : Math.max(1, numFailedTestSuites));
  const failures = testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const tests = assertionResults.filter(({ status }) => status === 'failed');
      const lines = tests.length ? tests.map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages[0]}`) : [message];
      return lines.map((line) => `${path.relative(at(), name)}: ${line}`);
    });
  return { passed: numPassedTests, failed, failures };
}

async function runPlaywright(folder, env) {
  const report = path.join(folder, 'playwright.json');
  const code = await show(bin('playwright', 'test', '--reporter=list,json'), { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  if (!existsSync(report)) return { passed: 0, failed: 1, failures: ['playwright wrote no report'] };
  const { stats, errors, suites } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = stats.unexpected + errors.length || (code === 0 ? 0 : 1);
  const specsOf = ({ specs = [], suites: inner = [] }) => [...specs, ...inner.flatMap(specsOf)];
  const failures = suites
    .flatMap(specsOf)
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => `${file}: ${title}: ${tests[0]?.results.at(-1)?.error?.message ?? 'did not run'}`);
  return { passed: stats.expected + stats.flaky, failed, failures: [...failures, ...errors.map(({ message }) => message)] };
}

/**
 * @param checked Results of `checkSource`.
 * @param long Run the long suites instead of the ordinary ones.
 * @param browser Path of Chromium, or undefined for Playwright's own.
 * @returns How many tests passed and failed over all runners.
 */
export async function runAllTests({ long, browser, checked }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingchuang-tests-'));
  const env = { ...(browser ? { CHROMIUM_PATH: browser } : {}), ...(long ? { TEST_LONG: '1' } : {}) };
  const parts = [];
  if (!long) parts.push(['检查', await runChecks(checked)]);
  parts.push(['vitest', await runVitest(folder, env)]);
  parts.push(['playwright', await runPlaywright(folder, env)]);
  rmSync(folder, { recursive: true, force: true });
  for (const [name, { passed, failed, failures }] of parts) {
    say(`${name}：${passed} 项通过，${failed} 项失败`);
    for (const failure of failures) console.log(`  ✗ ${stripVTControlCharacters(failure).slice(0, 400).replaceAll('\n', '\n    ')}`);
  }
  const sum = (key) => parts.reduce((total, [, counts]) => total + counts[key], 0);
  return { passed: sum('passed'), failed: sum('failed') };
}
