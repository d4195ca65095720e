import { errors } from '@strapi/utils';

import { t } from '../../../strings/t.ts';
import { findPersonal } from '../domain/check-answer.ts';
import { maskName, maskText } from '../domain/masking.ts';
import { fieldError } from '../domain/parse-body.ts';
import type { CaseRow } from '../store/case-row.ts';
import type { Act, Change } from './change.ts';
import { openPersonal, type Engine } from './engine.ts';
import type { Publication } from './publication.ts';

/** What the public is to read of a letter. */
export interface PublicVersion {
  title: string;
  body: string;
}

/** From the answer to the public, or to the end without it. */
export interface Publishing {
  /** The public version as it stands, or the letter with everything personal masked as a proposal. */
  propose(row: CaseRow): PublicVersion & { author: string };
  /** Keeps an edited public version. */
  prepare(number: string, version: PublicVersion, act: Act): Promise<CaseRow>;
  /**
   * Publishes a letter whose citizen agreed. Left out, the version kept or proposed is taken.
   * @throws {errors.ValidationError} When the citizen's name or number is still in it.
   */
  publish(number: string, version: PublicVersion | undefined, act: Act): Promise<CaseRow>;
  /** 办结: ends a case without publishing it. */
  close(number: string, why: { remark: string }, act: Act): Promise<CaseRow>;
  /** 撤下: takes a published letter from the site; its address says why. */
  withdraw(number: string, why: { reason: string }, act: Act): Promise<CaseRow>;
}

export function createPublishing({ sealing }: Engine, change: Change, publication: Publication): Publishing {
  const propose = (row: CaseRow) => {
    const personal = openPersonal(sealing(), row);
    return {
      title: row.public_title ?? maskText(row.title, personal),
      body: row.public_body ?? maskText(row.body, personal),
      author: row.public_author ?? maskName(personal.name),
    };
  };

  return {
    propose,

    prepare: (number, version, act) =>
      change(number, 'prepare', act, () => ({ patch: { public_title: version.title.trim(), public_body: version.body.trim() } })),

    publish: (number, version, act) =>
      change(number, 'publish', act, async ({ row, at }) => {
        const { title, body, author } = { ...propose(row), ...version };
        checkPublic({ title, body, answer: row.answer ?? '' }, openPersonal(sealing(), row));
        return {
          patch: {
            ...(await publication.address(at)),
            public_title: title.trim(),
            public_body: body.trim(),
            public_author: author,
            published_at: at,
            ended_at: at,
          },
        };
      }, publication.changed),

    close: (number, { remark }, act) =>
      change(number, 'close', act, ({ at }) => {
        if (!remark?.trim()) throw fieldError('remark', t('refused.remark'));
        return { patch: { ended_at: at }, note: t('note.closed'), remark: remark.trim() };
      }),

    withdraw: (number, { reason }, act) =>
      change(number, 'withdraw', act, () => {
        if (!reason?.trim()) throw fieldError('reason', t('withdraw.reason'));
        return { note: t('note.withdrawn', { reason: reason.trim() }) };
      }, (row) => publication.withdrawn(row, reason.trim())),
  };
}

/** @throws {errors.ValidationError} Naming each part that is empty or still shows who wrote the letter. */
function checkPublic(parts: { title: string; body: string; answer: string }, personal: { name?: string; phone?: string }): void {
  const fields = Object.entries(parts).flatMap(([part, text]) => {
    const field = { title: 'publicTitle', body: 'publicBody', answer: 'answer' }[part]!;
    const problems = text.trim() ? findPersonal(text, personal) : [t('publish.empty')];
    return problems.map((message) => ({ field, message }));
  });
  if (fields.length > 0) throw new errors.ValidationError([...new Set(fields.map(({ message }) => message))].join(''), { fields });
}
