import { shanghaiDate, shanghaiTime } from '@mingchuang/content';

import { CommandError } from '../errors.ts';
import { hostsOf, isWithdrawn, siteOfOutlet } from '../outlet.ts';
import type { Publisher } from '../service/publisher.ts';
import type { Run } from '../store/ledger.ts';
import { MAIN } from '../store/site-register.ts';
import { compareWithFullDraw } from '../watch/compare-with-full-draw.ts';
import type { Outlet, Workshop } from '../workshop.ts';
import type { Command, CommandOutcome } from './command.ts';
import { exportTree } from './export-tree.ts';
import { findOneOutlet, findOutlet, findOutlets } from './find-outlet.ts';
import { pruneReleases } from './prune.ts';
import { removeSite } from './remove-site.ts';
import { resume, rollBack } from './roll-back.ts';
import { verifyLive } from './verify-live.ts';

/**
 * Carries out a command and says in Chinese what came of it.
 * @throws {CommandError} When it cannot be carried out as given.
 * @throws {PublishError} When a publication failed.
 */
export async function performCommand(command: Command, workshop: Workshop, publisher: Publisher): Promise<CommandOutcome> {
  switch (command.verb) {
    case 'run':
      return forEach(findOutlets(workshop, command.site), (outlet) => publishNow(outlet, publisher));
    case 'sites':
      return done(...[...workshop.outlets.values()].map(describeSite));
    case 'remove': {
      const outlet = findOutlet(workshop, command.site ?? '');
      await removeSite(workshop, publisher, outlet);
      return done(`已移除网站 ${outlet.key}。它的文件在下次 prune 时清理。`);
    }
    case 'releases':
      return done(...listReleases(findOneOutlet(workshop, command.site)));
    case 'rollback': {
      const outlet = findOneOutlet(workshop, command.site);
      const { id, madeAt } = await publisher.exclusively(async () => rollBack(outlet, command.id), outlet);
      return done(`已回退到 ${id}（${inWords(madeAt)} 的版本）。`, '自动发布已暂停，运行 resume 命令后恢复。');
    }
    case 'resume': {
      const outlet = findOneOutlet(workshop, command.site);
      const held = resume(outlet);
      if (held === undefined) return done('自动发布没有暂停，不需要恢复。');
      return publishNow(outlet, publisher);
    }
    case 'verify':
      return forEach([...findOutlets(workshop, command.site)].filter(({ key, current }) => current || command.site || key === MAIN), (outlet) =>
        command.full ? verifyFully(outlet, publisher) : verify(outlet, publisher),
      );
    case 'prune': {
      const chosen = [...findOutlets(workshop, command.site)];
      const { kept, removed, objects } = await publisher.exclusively(async () => pruneReleases(workshop, command.keep, chosen));
      return done(`保留 ${kept.length} 个发布版本，清理 ${removed.length} 个，删除 ${objects} 个文件。`);
    }
    case 'ledger':
      return done(...findOneOutlet(workshop, command.site).ledger.runs(command.limit).map(describeRun));
    case 'export': {
      const { current, objects } = findOneOutlet(workshop, command.site);
      if (!current) throw new CommandError('还没有发布过，没有可导出的内容');
      const report = await exportTree(current, objects, command.folder);
      return done(`已导出 ${report.release}：写入 ${report.written} 个文件，${report.unchanged} 个没有变化，删除 ${report.removed} 个。`);
    }
  }
}

function done(...lines: string[]): CommandOutcome {
  return { ok: true, lines };
}

/** One site after the other, new ones included; with several of them each line says whose it is. */
async function forEach(outlets: Iterable<Outlet>, work: (outlet: Outlet) => Promise<CommandOutcome>): Promise<CommandOutcome> {
  const outcomes: (CommandOutcome & { key: string })[] = [];
  for (const outlet of outlets) outcomes.push({ key: outlet.key, ...(await work(outlet)) });
  const isOne = outcomes.length === 1;
  return { ok: outcomes.every(({ ok }) => ok), lines: outcomes.flatMap(({ key, lines }) => lines.map((line) => (isOne ? line : `${key}　${line}`))) };
}

async function publishNow(outlet: Outlet, publisher: Publisher): Promise<CommandOutcome> {
  const publication = await publisher.run({ cause: 'command', always: true }, outlet);
  if (publication.kind === 'held') {
    return { ok: false, lines: [`自动发布已暂停，线上是 ${publication.release}。运行 resume 命令后恢复。`] };
  }
  if (publication.kind === 'standby') return { ok: false, lines: [`另一个发布程序（${publication.holder}）正在发布，这一个在待命。`] };
  if (publication.kind === 'idle') return done('没有新的内容。');
  await publisher.searchSettled();
  await outlet.acknowledger.settle(5000);
  const { run } = publication;
  const troubles = run.blocked.map(({ reason }) => `· ${reason}`);
  return { ok: true, lines: [describeRun(run), ...(troubles.length > 0 ? [`有 ${troubles.length} 处需要处理：`, ...troubles] : [])] };
}

function describeSite(outlet: Outlet): string {
  const site = siteOfOutlet(outlet);
  const held = outlet.releases.held();
  const hosts = site ? hostsOf(site) : (outlet.current?.site?.hosts ?? []);
  const state = [isWithdrawn(outlet) && '已在后台撤下，线上仍是最后的版本', held !== undefined && '自动发布已暂停'].filter(Boolean);
  return [outlet.key, site?.data.title, hosts.join('、'), outlet.current?.id ?? '还没有发布过', ...state].filter(Boolean).join('　');
}

function listReleases({ releases, current }: Outlet): string[] {
  const held = releases.held();
  const ids = releases.list().reverse();
  if (ids.length === 0) return ['还没有发布版本。'];
  return ids.map((id) => {
    const marks = [id === current?.id && '线上', id === held && '暂停在此', releases.isPruned(id) && '内容已清理'];
    return [id, ...marks.filter(Boolean)].join('　');
  });
}

async function verify(outlet: Outlet, publisher: Publisher): Promise<CommandOutcome> {
  const { release, checked, damaged, remaining } = await verifyLive(outlet, publisher);
  if (damaged.length === 0) return done(`${release}：${checked} 个网址都和发布时一致。`);
  const problems = { missing: '缺失', changed: '内容被改动', sibling: '压缩文件损坏' };
  const lines = damaged.map(({ path, problem }) => `· ${path}　${problems[problem]}`);
  const verdict = remaining.length === 0 ? '都已修复。' : `还有 ${remaining.length} 个没能修复：${remaining.map(({ path }) => path).join('、')}`;
  return { ok: remaining.length === 0, lines: [`${release}：${checked} 个网址中有 ${damaged.length} 个和发布时不一致。`, ...lines, verdict] };
}

async function verifyFully(outlet: Outlet, publisher: Publisher): Promise<CommandOutcome> {
  const live = await verify(outlet, publisher);
  const comparison = await compareWithFullDraw(outlet);
  if (comparison.kind === 'overtaken') return { ok: false, lines: [...live.lines, '核对期间有新的发布，没有比较完，请再运行一次。'] };
  const { pages, different } = comparison;
  if (different.length === 0) return { ok: live.ok, lines: [...live.lines, `${pages} 个网页都和重新生成的一样。`] };
  await publisher.run({ cause: 'repair', always: true, redraw: new Set(different) }, outlet);
  return { ok: live.ok, lines: [...live.lines, `${pages} 个网页中有 ${different.length} 个和重新生成的不一样，已换成重新生成的：`, ...different.map((path) => `· ${path}`)] };
}

function describeRun(run: Run): string {
  const seconds = Object.values(run.seconds).reduce((sum, value) => sum + value, 0);
  const when = inWords(run.startedAt);
  if (run.outcome === 'failed') return `${when}　失败　${run.error}`;
  const pages = `生成 ${run.drawn} 页，沿用 ${run.kept} 页，移除 ${run.removed} 页`;
  const result = run.outcome === 'released' ? `已上线 ${run.release}` : '没有变化';
  return `${when}　${result}　${pages}，用时 ${seconds.toFixed(2)} 秒${run.blocked.length > 0 ? `，${run.blocked.length} 处受阻` : ''}`;
}

function inWords(instant: string): string {
  return `${shanghaiDate(instant)} ${shanghaiTime(instant)}`;
}
