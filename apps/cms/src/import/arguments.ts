import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { parseMapping, type Mapping } from './mapping';

export const HELP = `用法：npm run import -- 来源… --mapping 映射.json [选项]

把旧网站或别的系统里的内容整个搬进来。来源可以是：

  文件夹           映射里有 pages 的是旧网站的网页（.html .htm .shtml），没有的是文档（.docx）
                   和 Markdown（.md）；子文件夹也找
  .csv .tsv        第一行是表头；UTF-8、UTF-16 和 GB18030（GBK、GB2312）自动识别
  .xlsx            第一张工作表，或映射里 sheet 指定的那张
  .docx .md .html  单个文件
  .ndjson .jsonl   一行一个 JSON 对象，可以是 .gz 压缩的

选项：

  --mapping 文件   映射：来源的字段对应哪个内容类型的哪个字段（写法见 docs/import.md）
  --files 文件夹   旧网站的图片和附件在哪里；来源是文件夹时就是它自己，是文件时是文件所在的文件夹
  --plan           预演：只报告会发生什么，什么也不写（也可以写 --dry-run）
  --report 文件    把需要人工处理的事情写成一份报告（Markdown）
  --help           显示这段说明

同一条内容导入两次，只会有一份；来源里改过的会更新。中途断了，再运行一次就接着做。
图片和附件按内容去重，存进媒体库。页面之间的链接改成内部链接，旧网址自动跳转到新网址。
没有搬来的写进“来源.errors.ndjson”（表格是“来源.errors.csv”），和原来一样，多一个 _problems 说明原因；
改好后可以用同一个映射再导入它。

全部成功时退出码是 0，有没搬来的内容是 2，出错是 1。`;

/** A command line that cannot be understood. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** What an operator asks for. */
export interface Arguments {
  sources: string[];
  mapping: Mapping;
  filesFolder: string | undefined;
  dryRun: boolean;
  reportFile: string | undefined;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    throw new UsageError(`读不到文件 ${file}`, { cause });
  }
}

function parseOptions() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        mapping: { type: 'string' },
        files: { type: 'string' },
        report: { type: 'string' },
        plan: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (cause) {
    const [, option] = /'(-[^']*)'/.exec((cause as Error).message) ?? [];
    throw new UsageError(option ? `选项 ${option} 不认识，或者后面少了一个值。` : '命令写得不对。', { cause });
  }
}

/**
 * Reads the command line. @returns Nothing when only help is wanted.
 * @throws {UsageError | MappingError} Saying what is missing or wrong.
 */
export function readArguments(): Arguments | undefined {
  const { values, positionals: sources } = parseOptions();
  if (values.help) return undefined;
  if (!sources.length) throw new UsageError('请给出要导入的文件或文件夹。');
  if (!values.mapping) throw new UsageError('请用 --mapping 给出映射文件。');
  const mapping = parseMapping(readText(values.mapping));
  for (const source of sources) if (!statSync(source, { throwIfNoEntry: false })) throw new UsageError(`读不到 ${source}`);
  if (values.files && !statSync(values.files, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`--files 给的不是文件夹：${values.files}`);
  return { sources, mapping, filesFolder: values.files, dryRun: values.plan || values['dry-run'], reportFile: values.report };
}
