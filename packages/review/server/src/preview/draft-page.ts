import type { FeedLine } from '@mingchuang/content/feed';
import type { DrawAnswer } from '@mingchuang/content/preview';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import type { Place } from '../versions/content.ts';
import { type Field, readFields } from '../versions/shape.ts';

type EntryLine = Extract<FeedLine, { kind: 'entry' }>;

/** What the plugin `feed` offers to previews. */
export interface DraftFeed {
  draft(place: Place): Promise<EntryLine[] | undefined>;
  draw(lines: EntryLine[], path?: string): Promise<DrawAnswer | { kind: 'away' }>;
  openDraftFile(documentId: string): Promise<{ mime: string; length: number | undefined; stream: NodeJS.ReadableStream } | undefined>;
}

export const draftFeedOf = (strapi: Core.Strapi) => strapi.plugin('feed').service('feed') as unknown as DraftFeed;

export type DraftPage = Exclude<DrawAnswer, { kind: 'incomplete' | 'failed' }> | { kind: 'trouble'; message: string } | { kind: 'gone' };

/** Draws a page of the portal as it will be when a draft is published. What stands in the way is said in words. */
export async function drawDraftPage(strapi: Core.Strapi, place: Place, path?: string): Promise<DraftPage> {
  const feed = draftFeedOf(strapi);
  const lines = await readLines(feed, place);
  if ('kind' in lines) return lines;
  const answer = await feed.draw(lines.lines, path);
  switch (answer.kind) {
    case 'away':
      return { kind: 'trouble', message: '现在画不出预览：发布程序没有启动或正在重启。请过一会儿再试；一直这样就请联系技术人员。' };
    case 'failed':
      return { kind: 'trouble', message: `这一页没能画出来，请把这句话告诉技术人员：${answer.reason}` };
    case 'incomplete':
      return { kind: 'trouble', message: sayIncomplete(readFields(strapi, place.uid), answer.fields) };
    default:
      return answer;
  }
}

async function readLines(feed: DraftFeed, place: Place): Promise<{ lines: EntryLine[] } | { kind: 'trouble'; message: string } | { kind: 'gone' }> {
  try {
    const lines = await feed.draft(place);
    return lines ? { lines } : { kind: 'gone' };
  } catch (error) {
    if (error instanceof errors.ValidationError) return { kind: 'trouble', message: error.message.replaceAll('后再发布', '后再预览') };
    throw error;
  }
}

/** Names what is missing as the form does. */
export function sayIncomplete(fields: readonly Field[], paths: readonly string[]): string {
  const names = [...new Set(paths.map((path) => nameOf(fields, path.split('.'))))];
  return `还不能预览，请先在编辑页填好：${names.map((name) => `“${name}”`).join('、')}。`;
}

function nameOf(fields: readonly Field[], [name = '', ...rest]: readonly string[]): string {
  const field = fields.find((one) => one.name === name);
  if (!field) return name;
  const inner = rest.filter((part) => !/^\d+$/.test(part));
  const place = rest.find((part) => /^\d+$/.test(part));
  const label = place === undefined ? field.label : `${field.label} ${Number(place) + 1}`;
  return inner.length > 0 && field.fields ? `${label} · ${nameOf(field.fields, inner)}` : label;
}
