import { exampleEntries } from '@mingchuang/content/examples';
import { filesOf, type AnyEntry, type FileRef } from '@mingchuang/content';

import type { EntryLine } from '../../src/feed/prepare-entry.ts';

const SUBJECTS = ['老旧小区改造', '养老保险', '医保报销', '公共交通', '义务教育', '防汛', '营商环境', '住房公积金', '招聘', '供暖'];
const VERBS = ['征求意见', '发布通知', '公布进展', '召开会议', '开展检查', '答复市民', '调整安排', '公示名单'];
const SENTENCES = [
  '各区县、各部门要按照职责分工，把任务落实到人，把时限写进台账。',
  '符合条件的居民可以到街道便民服务中心办理，也可以在网上提交材料。',
  '市级财政安排专项资金，按照工程进度拨付，接受审计监督。',
  '有疑问的，可以在工作日拨打咨询电话，也可以在网上写信。',
  '本通知自发布之日起施行，此前规定与本通知不一致的，以本通知为准。',
];

const lineOf = ({ type, documentId, locale, version, data, bodyFiles }: AnyEntry): EntryLine => ({
  kind: 'entry',
  type,
  documentId,
  locale,
  version,
  data: { ...data },
  ...(bodyFiles && { bodyFiles }),
});

/** Of 67 articles of the demo city, how many stand in each of its columns. */
const COLUMNS = [11, 11, 8, 8, 6, 5, 4, 4, 4, 3, 2, 1];
const PLACES = COLUMNS.flatMap((count, column) => Array.from({ length: count }, () => column));
/** Of every so many articles there, one is made public by law, and one stands in a second column. */
const DISCLOSED = 3;
const SHOWN_TWICE = 67;

const columnId = (at: number) => `bench-column-${at}`;

/** The columns of the articles. */
function buildColumns(): EntryLine[] {
  const template = exampleEntries.find(({ documentId }) => documentId === 'column-news')!;
  const { path } = template.data as { path: string };
  return COLUMNS.map((_, at) => ({
    ...lineOf(template),
    documentId: columnId(at),
    version: columnId(at),
    data: { ...template.data, title: `${SUBJECTS[at % SUBJECTS.length]}动态${at}`, slug: `lanmu-${at}`, path: path.replace(/[^/]+\/$/, `lanmu-${at}/`), order: 50 + at },
  }));
}

/** A city has some forty agencies. Articles are spread over them evenly. */
const AGENCIES = 40;

const agencyId = (at: number) => `bench-agency-${at}`;

/** The agencies of the articles. */
export function buildAgencies(): EntryLine[] {
  const template = exampleEntries.find(({ documentId }) => documentId === 'agency-medical')!;
  return Array.from({ length: AGENCIES }, (_, at) => ({
    ...lineOf(template),
    documentId: agencyId(at),
    version: agencyId(at),
    data: { ...template.data, title: `望川市${SUBJECTS[at % SUBJECTS.length]}第${at}管理中心`, shortName: undefined, code: `zx${at}`, path: `/jigou/zx${at}/`, order: 50 + at },
  }));
}

/** The example city, with as many made-up articles as it takes to reach `count` documents over fifteen years. */
export function buildDocuments(count: number): { lines: EntryLine[]; files: FileRef[] } {
  const template = exampleEntries.find((entry) => entry.type === 'article')!;
  const lines = [...exampleEntries.map(lineOf), ...buildAgencies(), ...buildColumns()];
  for (let i = lines.length; i < count; i++) lines.push(buildArticle(template, i));
  return { lines, files: exampleEntries.flatMap(filesOf) };
}

/** One article; another `edition` is an edit of it. Without a `day` it lies somewhere in fifteen years. */
export function buildArticle(template: AnyEntry, i: number, edition = 1, day = pastDay(i)): EntryLine {
  const subject = SUBJECTS[i % SUBJECTS.length]!;
  const verb = VERBS[(i >> 3) % VERBS.length]!;
  const paragraphs = Array.from({ length: 8 + (i % 9) }, (_, p) => `<p>${p + 1}. ${subject}：${SENTENCES[(i + p) % SENTENCES.length]}${SENTENCES[(i * 3 + p) % SENTENCES.length]}</p>`);
  const publicId = `b${i.toString(36).padStart(7, '0')}`;
  const { path: templatePath, disclosure, alsoIn } = template.data as { path: string; disclosure: object; alsoIn: object[] };
  const column = PLACES[(i * 31) % PLACES.length]!;
  const data = {
    ...template.data,
    column: { type: 'column', documentId: columnId(column) },
    agency: { type: 'agency', documentId: agencyId(i % AGENCIES) },
    alsoIn: i % SHOWN_TWICE === 0 ? alsoIn : [],
    disclosure: i % DISCLOSED === 0 ? { ...disclosure, madeOn: day } : undefined,
    title: `关于${subject}${verb}的消息（第 ${i} 号${edition > 1 ? `，第 ${edition} 版` : ''}）`,
    summary: `${subject}有新安排。`,
    body: paragraphs.join(''),
    cover: undefined,
    attachments: [],
    publishedOn: day,
    firstPublishedAt: `${day}T01:30:00.000Z`,
    publicId,
    path: templatePath.replace(/[^/]+\/\d{6}\/[^/]+\/$/, `lanmu-${column}/${day.slice(0, 7).replace('-', '')}/${publicId}/`),
  };
  return { ...lineOf(template), documentId: `bench-${i}`, version: `bench-${i}-${edition}`, data: JSON.parse(JSON.stringify(data)) };
}

function pastDay(i: number): string {
  return new Date(Date.UTC(2011, 0, 1) + ((i * 7919) % 5700) * 86_400_000).toISOString().slice(0, 10);
}
