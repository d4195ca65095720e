import { shanghaiDate, type CaseFiling } from '@mingchuang/content';

import { t } from '../../../strings/t.ts';
import type { CaseIntake, IntakeRow } from '../store/intake-statements.ts';
import { aboutField, type Engine } from './engine.ts';

/** What every kind of intake is made with. */
export interface Receipt {
  /** Instant; never in the future. */
  received: string;
  quarantined: 0 | 1;
}

/** What the timeline says of every kind of case. */
export function textsOf(): CaseIntake['texts'] {
  return {
    citizen: t('actor.citizen'),
    office: t('actor.system'),
    assigned: (agency) => t('note.assigned', { agency }),
    unknownAgency: '',
  };
}

/** The columns that every kind of case fills alike. */
export function rowOf(
  { sealing }: Engine,
  { kind, number, code, suspicion, submission }: Exclude<CaseFiling, { kind: 'survey-answer' }>,
  { received, quarantined }: Receipt,
): Omit<IntakeRow, 'purpose' | 'title' | 'may_publish' | 'limit_days' | 'due_on' | 'about' | 'part'> {
  const { seal, hashCode } = sealing();
  const sealed = (field: 'name' | 'phone') => (submission[field] ? seal(submission[field], aboutField(number, field)) : null);
  return {
    number,
    kind,
    body: submission.body,
    name_sealed: sealed('name'),
    phone_sealed: sealed('phone'),
    code_hash: hashCode(number, code),
    suspicion,
    quarantined,
    received_at: received,
    month: shanghaiDate(received).slice(0, 7),
  };
}
