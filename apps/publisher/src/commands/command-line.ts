import { parseArgs } from 'node:util';
import { resolve } from 'node:path';

import { CommandError } from '../errors.ts';
import type { Command } from './command.ts';

/** One line and a longer text for each command. */
const HELP: Record<string, { use: string; brief: string; text: string }> = {
  run: { use: 'run', brief: '立即发布一次', text: '向内容管理系统取回新的内容，生成有变化的页面并上线，再更新搜索。没有变化时什么也不做。' },
  sites: { use: 'sites', brief: '列出网站', text: '列出本发布程序发布的网站：代号、域名、线上版本和状态。其他命令用 --site 加代号或域名指明网站。' },
  releases: { use: 'releases', brief: '列出发布版本', text: '从新到旧列出保存着的发布版本，并标明哪个在线上、是否暂停在此。' },
  rollback: { use: 'rollback 编号', brief: '回退到一个发布版本', text: '让线上回到指定的发布版本，并暂停自动发布，直到运行 resume。编号用 releases 命令查看。' },
  resume: { use: 'resume', brief: '恢复自动发布', text: '结束回退后的暂停，并立即发布到最新内容。' },
  verify: {
    use: 'verify --live',
    brief: '核对并修复线上内容',
    text: '把线上每个文件和发布时的签名清单逐字节核对，发现缺失或被改动的，重新生成或重新取回。写 --full 时还把全站每一页重新生成一遍来比较，有出入的换成重新生成的；每天夜里也会自动做一遍。全部一致或都已修复时返回 0，否则返回 1。',
  },
  prune: { use: 'prune --keep 数量', brief: '清理旧的发布版本', text: '只保留最新的若干个发布版本，删除其余版本独有的文件。线上的版本总会保留。不写 --keep 时保留 100 个。' },
  ledger: { use: 'ledger [--limit 数量]', brief: '查看发布记录', text: '从新到旧列出每次发布的时间、结果、页数和用时。不写 --limit 时列出 20 次。' },
  deploy: { use: 'deploy', brief: '把线上的版本部署到别处', text: '把线上内容导出到数据目录的 deploy 文件夹，检查，再部署到环境变量 DEPLOY_TARGET 写的地方：folder:/路径、rsync:用户@主机:/路径 或 s3://桶名/前缀。只传有变化的文件，先传新的，最后删旧的。由 npm run publish -- deploy 运行。' },
  remove: { use: 'remove --site 网站', brief: '移除已撤下的网站', text: '删除一个在后台已经撤下的网站的发布版本、搜索索引和台账，它的域名不再有内容。主站不能移除。' },
  export: { use: 'export 目录', brief: '导出为静态文件', text: '把线上内容写成一棵文件树，供 nginx、rsync 或对象存储使用。目录应当是空的，或是以前导出的。每个文件先写好再换上，先写新文件，最后删除不再需要的。' },
};

/** The list of commands, as `--help` prints it. */
export const USAGE = [
  '用法：npm run publish -- 命令 [选项]',
  '',
  ...Object.values(HELP).map(({ use, brief }) => `  ${use.padEnd(22 - wideCharacters(use))}${brief}`),
  '',
  '有几个网站时用 --site 指明一个。不写时，run、verify、prune 对全部网站，其余命令对主站。',
  '每个命令加 --help 可以看到说明。发布服务正在运行时，命令交给它去做。',
  '返回值：0 完成；1 完成，但有事需要人处理；2 用法不对；3 没有成功。',
].join('\n');

export type CommandLine = { kind: 'help'; text: string } | { kind: 'command'; command: Command };

/**
 * Reads a command line.
 * @throws {CommandError} Saying what was wrong; its cause is `USAGE`.
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parse(args);
  const [verb, argument, ...rest] = positionals;
  if (verb === undefined) {
    if (values.help) return { kind: 'help', text: USAGE };
    throw wrongUse('请写明要做什么');
  }
  const help = HELP[verb];
  if (!help) throw wrongUse(`没有“${verb}”这个命令`);
  if (values.help) return { kind: 'help', text: `用法：npm run publish -- ${help.use}\n\n${help.text}` };
  if (rest.length > 0 || (argument !== undefined && verb !== 'rollback' && verb !== 'export')) throw wrongUse(`“${verb}”后面的内容太多`);
  return { kind: 'command', command: buildCommand(verb, argument, values) };
}

interface Values {
  help?: boolean;
  live?: boolean;
  full?: boolean;
  keep?: string;
  limit?: string;
  site?: string;
}

function buildCommand(verb: string, argument: string | undefined, values: Values): Command {
  const site = values.site === undefined ? {} : { site: values.site };
  switch (verb) {
    case 'sites':
      if (values.site !== undefined) throw wrongUse('sites 列出全部网站，不需要 --site');
      return { verb };
    case 'remove':
      if (values.site === undefined) throw wrongUse('请写明移除哪个网站，例如 remove --site wangjiang');
      return { verb, ...site };
    case 'rollback':
      if (argument === undefined) throw wrongUse('请写明回退到哪个发布版本');
      return { verb, id: argument, ...site };
    case 'export':
      if (argument === undefined) throw wrongUse('请写明导出到哪个目录');
      return { verb, folder: resolve(argument), ...site };
    case 'deploy':
      throw wrongUse('deploy 由 npm run publish -- deploy 运行');
    case 'verify':
      if (!values.live && !values.full) throw wrongUse('请写明核对什么：verify --live 或 verify --full');
      return { verb, ...(values.full && { full: true }), ...site };
    case 'prune':
      return { verb, keep: parseCount('--keep', values.keep ?? '100'), ...site };
    case 'ledger':
      return { verb, limit: Math.min(parseCount('--limit', values.limit ?? '20'), 1000), ...site };
    default:
      return { verb: verb as 'run' | 'releases' | 'resume', ...site };
  }
}

function parse(args: readonly string[]): { values: Values; positionals: string[] } {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, live: { type: 'boolean' }, full: { type: 'boolean' }, keep: { type: 'string' }, limit: { type: 'string' }, site: { type: 'string' } },
    });
  } catch {
    throw wrongUse(`看不懂 ${args.filter((arg) => arg.startsWith('-')).join(' ')}`);
  }
}

function parseCount(name: string, text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw wrongUse(`${name} 应当是一个大于 0 的整数`);
  return Number(text);
}

function wrongUse(message: string): CommandError {
  return new CommandError(message, { cause: USAGE });
}

/** Chinese characters take two places in a terminal. */
function wideCharacters(text: string): number {
  return [...text].filter((character) => character > '\u2e80').length;
}
