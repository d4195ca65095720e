// Lighthouse over a page of every template in both modes, the demo city's, as the gateway serves it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';

import { chromium } from '@playwright/test';
import { launch } from 'chrome-launcher';

import { isFragment } from '../../apps/portal/src/templates/fragments.ts';
import { KEPT_OUT } from '../lighthouse/kept-out.ts';
import { CATEGORIES, measurePage, TARGETS, type Category, type Run } from '../lighthouse/measure-page.ts';
import { serveCity } from '../lighthouse/serve-city.ts';
import { findBrowser } from '../steps/browser.mjs';

const USAGE = `用法：npm run bench -- lighthouse [--only 模板,…] [--mode standard|elderly] [--runs 次数] [--json 文件] [--continue]

用 Lighthouse 测量每种模板的一页（示例城市里最重的一页，经网关），标准版和长者版：模拟中档手机和慢速 4G，取中间的一次。
目标：性能 ≥ ${TARGETS.performance}，无障碍、最佳做法、搜索引擎优化 ${TARGETS.seo}；有一页没到，以 1 退出。
全部测完约一小时；--runs 1 先看一遍，--only Home,Article 只测几种。默认每页 5 次。
--continue 接着上次的 --json 文件测：已经达到目标的页不再测。`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    mode: { type: 'string' },
    runs: { type: 'string', default: '5' },
    json: { type: 'string' },
    continue: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

/** The median of the runs of one page in one mode: of fewer than asked for, when it was certain before. */
interface Measured {
  template: string;
  mode: string;
  path: string;
  runs: number;
  scores: Record<Category, number>;
  metrics: Run['metrics'];
  failures: Run['failures'];
}

const MODES = { standard: '', elderly: '/elder' };
const runs = Number(values.runs);
const only = values.only?.split(',');
const modes = Object.entries(MODES).filter(([mode]) => !values.mode || mode === values.mode);
if (!Number.isInteger(runs) || runs < 1 || !modes.length) {
  console.error(USAGE);
  process.exit(2);
}

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)]!;
const medians = <T extends Record<string, number>>(list: T[]) => Object.fromEntries(Object.keys(list[0]!).map((name) => [name, median(list.map((one) => one[name]!))])) as T;
const missed = ({ scores }: Measured): Category[] => CATEGORIES.filter((name) => scores[name] < TARGETS[name]);

async function measure(template: string, mode: string, path: string, url: string, port: number): Promise<Measured> {
  const all: Run[] = [];
  // Only the time differs from run to run: what the page says and is made of is judged once.
  // When most runs have reached the best score, the median can no longer change.
  const isSettled = () => all.filter(({ scores }) => scores.performance === 100).length > runs / 2;
  for (let run = 0; run < runs && !isSettled(); run++) all.push(await measurePage(url + path, port, run ? ['performance'] : CATEGORIES, KEPT_OUT[template] ? ['is-crawlable'] : []));
  const failures = new Map(all.flatMap((run) => run.failures).map((failure) => [failure.id, failure]));
  const performance = median(all.map(({ scores }) => scores.performance ?? 0));
  return { template, mode, path, runs: all.length, scores: { ...all[0]!.scores, performance } as Measured['scores'], metrics: medians(all.map((run) => run.metrics)), failures: [...failures.values()] };
}

function print(one: Measured): void {
  const { template, mode, scores, metrics } = one;
  const seconds = [metrics.fcp, metrics.lcp].map((value) => (value / 1000).toFixed(2).padStart(6)).join(' ');
  const misses = missed(one);
  console.log(`${template.padEnd(22)} ${mode.padEnd(9)} ${CATEGORIES.map((name) => String(scores[name]).padStart(6)).join(' ')}  ${seconds} ${metrics.tbt.toFixed(0).padStart(5)} ${metrics.cls.toFixed(3)}${misses.length ? '  没到' : ''}`);
  if (misses.length) for (const { id, title, found } of one.failures) console.log(`    ${id}: ${title}${found.map((line) => `\n      ${line}`).join('')}`);
}

const city = await serveCity();
const executable = (await findBrowser()) ?? chromium.executablePath();
const browser = await launch({ chromePath: executable, chromeFlags: ['--headless=new', '--no-sandbox', '--disable-background-networking'], logLevel: 'silent', handleSIGINT: false });
const before = values.continue && values.json && existsSync(values.json) ? (JSON.parse(readFileSync(values.json, 'utf8')) as Measured[]) : [];
const results = before.filter((one) => missed(one).length === 0);
const isDone = (template: string, mode: string) => results.some((one) => one.template === template && one.mode === mode);
const end = async () => {
  browser.kill();
  await city.close();
};
process.once('SIGINT', () => void end().then(() => process.exit(130)));
try {
  console.log(`模板                   版本        性能 无障碍 好做法   SEO  首绘/s 最大/s 阻塞/ms 移位（每页 ${runs} 次，取中间）`);
  for (const { template, path } of city.pages.filter((page) => !only || only.includes(page.template)))
    for (const [mode, prefix] of modes) {
      if (isDone(template, mode)) continue;
      const one = await measure(template, mode, prefix + path, city.url, browser.port);
      results.push(one);
      print(one);
      if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 1)}\n`);
    }
} finally {
  await end();
}

const names = readdirSync('apps/portal/src/templates').flatMap((name) => (name.endsWith('.astro') ? [name.slice(0, -6)] : []));
const absent = names.filter((name) => !isFragment(name) && !city.pages.some(({ template }) => template === name));
const below = results.filter((one) => missed(one).length > 0);
console.log(`\n${new Set(results.map(({ template }) => template)).size} 种模板，${results.length} 页，${results.length - below.length} 页达到目标`);
// What others compute meanwhile is counted as time the page blocks: four times over, for the simulated telephone.
if (loadavg()[2]! > availableParallelism()) console.log(`这台机器正忙（负载 ${loadavg()[2]!.toFixed(1)}，${availableParallelism()} 核）：性能的分数不可靠，请空闲时再测。`);
if (absent.length) console.log(`没有页面可测：${absent.join('、')}`);
if (!results.length || below.length || absent.length) process.exit(1);
