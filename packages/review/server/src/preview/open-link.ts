import { openPreviewAnswer, type ClosedReason, type PreviewLink } from '@mingchuang/content/preview';
import type { Core } from '@strapi/strapi';

import { onConnection } from '../store/connection.ts';
import { digestOf, readContent } from '../versions/content.ts';
import { modelOf, titleAttributeOf } from '../versions/shape.ts';
import { type Link, stateOf } from './link.ts';
import { findByToken, noteOpening } from './link-store.ts';

export type Opened = { kind: 'open'; link: Link; shown: PreviewLink } | { kind: 'closed'; reason: ClosedReason };

/** Looks up what a token opens, now. */
export async function openLink(strapi: Core.Strapi, token: string, now: Date): Promise<Opened> {
  const link = await onConnection(strapi, (sql) => findByToken(sql, token));
  if (!link) return { kind: 'closed', reason: 'unknown' };
  const state = stateOf(link, now);
  if (state !== 'open') return { kind: 'closed', reason: state };
  const shown = await describeLink(strapi, link);
  if (!shown) return { kind: 'closed', reason: 'unknown' };
  if (!link.openedAt) await onConnection(strapi, (sql) => noteOpening(sql, link.id, now.toISOString()));
  return { kind: 'open', link, shown };
}

/** What may be told of a link to whoever has it; nothing when the document is gone. */
async function describeLink(strapi: Core.Strapi, link: Link): Promise<PreviewLink | undefined> {
  const content = await readContent(strapi, link);
  if (!content) return undefined;
  const { info } = modelOf(strapi, link.uid) as unknown as { info: { displayName: string } };
  const agency = (content.agency as { title?: string } | undefined)?.title;
  return openPreviewAnswer.options[0].shape.link.parse({
    kind: link.kind,
    title: String(content[titleAttributeOf(strapi, link.uid)] ?? '（还没有标题）'),
    typeLabel: info.displayName,
    ...(agency ? { agency } : {}),
    by: link.by.name,
    expiresAt: link.expiresAt,
    origin: link.origin,
    digest: digestOf(content),
  });
}
