import { type AdviceAnswer, adviceSubmission, type AdviceSubmission } from '@mingchuang/content/preview';
import type { Core } from '@strapi/strapi';

import type { DocumentKey } from '../editions/document.ts';
import { addRemark, record, tell } from '../neighbours.ts';
import { inTransaction } from '../store/connection.ts';
import { keepVersion } from '../versions/keep.ts';
import { insertAdvice, VERDICTS } from './advice.ts';
import type { Link } from './link.ts';
import { useLink } from './link-store.ts';
import { openLink } from './open-link.ts';

interface Editions {
  findOpen(document: DocumentKey): Promise<{ id: number } | undefined>;
}

/**
 * Takes what somebody says of a draft, once for each link: the link is used up, the advice, a version of what it is
 * about, a remark for those who work on it, and the audit are written together or not at all.
 */
export async function takeAdvice(strapi: Core.Strapi, token: string, submission: Record<string, string>, now: Date): Promise<AdviceAnswer> {
  const opened = await openLink(strapi, token, now);
  if (opened.kind === 'closed') return opened;
  const { link, shown } = opened;
  if (link.kind !== 'advice') return { kind: 'closed', reason: 'unknown' };
  const parsed = adviceSubmission.safeParse(submission);
  if (!parsed.success) {
    const found = new Map(parsed.error.issues.map(({ path, message }) => [String(path[0]), message]));
    return { kind: 'errors', link: shown, errors: [...found].map(([field, message]) => ({ field, message })) };
  }
  if (parsed.data.digest !== shown.digest) return { kind: 'changed', link: shown };
  const at = now.toISOString();
  const isTaken = await inTransaction(strapi, async (sql) => {
    if (!(await useLink(sql, link.id, at))) return false;
    await writeAdvice(strapi, link, { ...parsed.data, title: shown.title }, now);
    return true;
  });
  return isTaken ? { kind: 'taken', title: shown.title, at } : { kind: 'closed', reason: 'used' };
}

async function writeAdvice(strapi: Core.Strapi, link: Link, submission: AdviceSubmission & { title: string }, now: Date): Promise<void> {
  const { uid, documentId, locale, id: linkId } = link;
  const { verdict, text, name, organisation, role, digest, title } = submission;
  const key = { uid, documentId, locale };
  const edition = await (strapi.plugin('review').service('editions') as unknown as Editions).findOpen(key);
  const person = sayWho(submission);
  const version = await keepVersion(strapi, { ...key, cause: 'advice', by: null, editionId: edition?.id, note: `${person}：${VERDICTS[verdict]}` }, now);
  const advice = { verdict, text, name, organisation, role, at: now.toISOString() };
  await inTransaction(strapi, (sql) => insertAdvice(sql, { linkId, ...key, ...(edition ? { editionId: String(edition.id) } : {}), digest, version: version ?? 0, ...advice }));
  const words = [`外部会审意见：${VERDICTS[verdict]}`, text].filter(Boolean).join('\n');
  await addRemark(strapi, { ...key, kind: 'comment', text: words, ...(edition ? { editionId: edition.id } : {}), by: { guest: person } });
  await record(strapi, { action: 'preview.advice', subject: { ...key, title }, after: { link: linkId, version, digest, ...advice } });
  await tell(strapi, { kind: 'answer', to: [link.by.id], document: { ...key, title }, text: `${person}对预览提了意见：${VERDICTS[verdict]}` });
}

/** Whoever it was, as they called themselves: 张三（望川大学 教授）. */
export const sayWho = ({ name, organisation, role }: Pick<AdviceSubmission, 'name' | 'organisation' | 'role'>) => `${name}（${[organisation, role].filter(Boolean).join(' ')}）`.slice(0, 120);
