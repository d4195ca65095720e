import { errors } from '@strapi/utils';

import { t } from '../../../strings/t.ts';
import { checkAnswer } from '../domain/check-answer.ts';
import { fieldError } from '../domain/parse-body.ts';
import type { CaseRow } from '../store/case-row.ts';
import { changeCase } from '../store/case-store.ts';
import { writersOf, type Act, type Change, type Effect } from './change.ts';
import { openPersonal, type Engine } from './engine.ts';
import type { Figures } from './figures.ts';

/** From the letter office to the answer. Every function checks rights, scope and stage; see `change`. */
export interface Handling {
  /** 分办、改派: hands a case to an agency, named by code or documentId. A draft of another agency's answer is dropped. */
  assign(number: string, to: { agency: string; remark?: string }, act: Act): Promise<CaseRow>;
  /** 受理 */
  accept(number: string, act: Act): Promise<CaseRow>;
  /** 退回: back to the letter office with a reason. */
  sendBack(number: string, why: { remark: string }, act: Act): Promise<CaseRow>;
  /** Keeps a draft of the answer. Its writer can no longer approve it. */
  saveDraft(number: string, draft: { answer: string }, act: Act): Promise<CaseRow>;
  /** Writes the answer and submits it for approval. @throws {errors.ValidationError} With everything that speaks against it. */
  answer(number: string, draft: { answer: string }, act: Act): Promise<CaseRow>;
  /** Takes an answer back before it is approved. */
  recall(number: string, act: Act): Promise<CaseRow>;
  /** Approves the answer: from this moment the citizen reads it. Who does not want publication has a closed case. */
  approve(number: string, act: Act): Promise<CaseRow>;
  /** Returns the answer to the handler with a remark. */
  reject(number: string, why: { remark: string }, act: Act): Promise<CaseRow>;
  /** Says how a bad rating was put right. */
  rectify(number: string, how: { remark: string }, act: Act): Promise<CaseRow>;
  quarantine(number: string, act: Act): Promise<CaseRow>;
  release(number: string, act: Act): Promise<CaseRow>;
}

const NO_ANSWER = { answer: null, writers: '' } satisfies Partial<CaseRow>;

export function createHandling(engine: Engine, change: Change, figures: Figures): Handling {
  const counted = (row: CaseRow) => figures.changed(row.month);

  return {
    assign: (number, { agency: which, remark }, act) =>
      change(number, 'assign', act, async ({ row }): Promise<Effect> => {
        const agency = (await engine.findAgency({ documentId: which })) ?? (await engine.findAgency({ code: which }));
        if (!agency) throw fieldError('agency', t('assign.unknownAgency'));
        const moved = row.agency !== null && row.agency !== agency.id;
        return {
          patch: { agency: agency.id, agency_name: agency.title, ...(moved && NO_ANSWER) },
          note: t('note.assigned', { agency: agency.title }),
          remark,
        };
      }, counted),

    accept: (number, act) => change(number, 'accept', act, ({ row }) => ({ note: t('note.accepted', { agency: row.agency_name ?? '' }) })),

    sendBack: (number, { remark }, act) =>
      change(number, 'return', act, () => ({
        patch: { agency: null, agency_name: null, ...NO_ANSWER },
        note: t('note.returned'),
        remark: needed(remark),
      }), counted),

    saveDraft: (number, { answer }, act) =>
      change(number, 'draft', act, ({ row }) => ({ patch: written(row, answer, act) })),

    answer: (number, { answer }, act) =>
      change(number, 'submit', act, ({ row }) => {
        const problems = checkAnswer(answer, openPersonal(engine.sealing(), row));
        if (problems.length > 0) {
          throw new errors.ValidationError(problems.join(''), { fields: problems.map((message) => ({ field: 'answer', message })) });
        }
        return { patch: written(row, answer.trim(), act) };
      }),

    recall: (number, act) => change(number, 'recall', act),

    approve: (number, act) =>
      change(number, 'approve', act, ({ at }) => ({ patch: { answered_at: at } }), async (row, { knex, at }) => {
        await counted(row);
        if (row.may_publish) return;
        await changeCase(knex, row, { stage: 'closed', ended_at: at }, {
          event: 'close', stage: 'closed', at, actor_id: null, actor_name: t('actor.system'), note: t('note.closedPrivate'), remark: null,
        });
      }),

    reject: (number, { remark }, act) => change(number, 'reject', act, () => ({ remark: needed(remark) })),

    rectify: (number, { remark }, act) =>
      change(number, 'rectify', act, ({ at }) => ({ patch: { rectified_at: at }, remark: needed(remark) })),

    quarantine: (number, act) => change(number, 'quarantine', act, () => ({ patch: { quarantined: 1 } }), counted),
    release: (number, act) => change(number, 'release', act, () => ({ patch: { quarantined: 0 } }), counted),
  };
}

/** An answer in somebody's words. @throws {errors.ForbiddenError} Without a person: four eyes need to know whose the first two were. */
function written(row: CaseRow, answer: string, { actor }: Act): Partial<CaseRow> {
  if (actor.id === null) throw new errors.ForbiddenError(t('refused.right'));
  const before = writersOf(row);
  const untouched = before.length > 0 && row.answer === answer;
  const writers = untouched || before.includes(actor.id) ? before : [...before, actor.id];
  return { answer, writers: writers.map((id) => `[${id}]`).join('') };
}

function needed(remark: string | undefined): string {
  const text = remark?.trim();
  if (!text) throw fieldError('remark', t('refused.remark'));
  return text;
}
