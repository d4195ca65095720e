import { caseFiling, LETTER_PURPOSE_LABELS, type CaseFiling, type LetterFiling } from '@mingchuang/content';

import { t } from '../../../strings/t.ts';
import { deadlineOf } from '../domain/deadline.ts';
import { fieldError, parseBody } from '../domain/parse-body.ts';
import type { CaseIntake, Intake, IntakeOutcome } from '../store/intake-statements.ts';
import type { Engine } from './engine.ts';
import { rowOf, textsOf, type Receipt } from './intake-row.ts';
import { intakeOfAnswer, intakeOfOpinion } from './taking-part.ts';

/** Above this a case waits for a person to look whether it is one at all. */
const SUSPICIOUS = 60;

/** Stores filed cases. */
export interface Filing {
  /**
   * Files a case under the number the gateway gave it. Filing the same one again stores nothing and answers the same.
   * Do not call it inside a transaction: on SQLite it waits for the one connection.
   *
   * @throws {ValidationError} Naming every field that is wrong, or when another case has the number.
   */
  file(filing: CaseFiling): Promise<{ number: string }>;
}

export function createFiling(engine: Engine, store: (intake: Intake) => Promise<IntakeOutcome>, onStored: (kind: CaseFiling['kind']) => void): Filing {
  return {
    async file(body) {
      const filing = parseBody(caseFiling, body);
      const intake = await intakeOf(engine, filing);
      const outcome = await store(intake).catch((error: unknown) => {
        // A database's own message may quote the row it refused: only its code goes on.
        throw new Error(`Case ${filing.number} could not be stored (${String((error as { code?: unknown })?.code ?? 'unknown')})`);
      });
      if (outcome === 'taken') throw fieldError('number', t('filing.numberTaken'));
      if (outcome === 'stored') onStored(filing.kind);
      return { number: filing.number };
    },
  };
}

async function intakeOf(engine: Engine, filing: CaseFiling): Promise<Intake> {
  const instant = Date.parse(filing.receivedAt);
  if (Number.isNaN(instant)) throw fieldError('receivedAt', t('filing.notAnInstant'));
  // A gateway whose clock is ahead must not make letters from the future.
  const received = new Date(Math.min(instant, engine.now().getTime())).toISOString();
  const receipt: Receipt = { received, quarantined: filing.suspicion > SUSPICIOUS ? 1 : 0 };
  if (filing.kind === 'opinion') return intakeOfOpinion(engine, filing, receipt);
  if (filing.kind === 'survey-answer') return intakeOfAnswer(engine, filing, receipt);
  return intakeOfLetter(engine, filing, receipt);
}

function intakeOfLetter(engine: Engine, filing: LetterFiling, receipt: Receipt): CaseIntake {
  const { submission } = filing;
  const limit = engine.limits[submission.purpose];
  return {
    to: { code: submission.agency },
    texts: {
      ...textsOf(),
      unknownAgency: t('remark.unknownAgency', { code: submission.agency, purpose: LETTER_PURPOSE_LABELS[submission.purpose] }),
    },
    row: {
      ...rowOf(engine, filing, receipt),
      purpose: submission.purpose,
      title: submission.title,
      may_publish: submission.mayPublish ? 1 : 0,
      limit_days: limit,
      due_on: deadlineOf(receipt.received, limit).dueOn,
      about: null,
      part: null,
    },
  };
}
