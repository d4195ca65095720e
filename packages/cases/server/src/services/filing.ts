import { caseFiling, LETTER_PURPOSE_LABELS, shanghaiDate, type CaseFiling } from '@mingchuang/content';
import { errors } from '@strapi/utils';

import { t } from '../../../strings/t.ts';
import { deadlineOf } from '../domain/deadline.ts';
import { parseBody } from '../domain/parse-body.ts';
import type { Intake, IntakeOutcome } from '../store/intake-statements.ts';
import { aboutField, type Engine } from './engine.ts';

/** Above this a case waits for a person to look whether it is one at all. */
const SUSPICIOUS = 60;

/** Stores filed cases. */
export interface Filing {
  /**
   * Files a case under the number the gateway gave it. Filing the same one again stores nothing and answers the same.
   * Do not call it inside a transaction: on SQLite it waits for the one connection.
   *
   * @throws {errors.ValidationError} Naming every field that is wrong, or when another case has the number.
   */
  file(filing: CaseFiling): Promise<{ number: string }>;
}

export function createFiling(engine: Engine, store: (intake: Intake) => Promise<IntakeOutcome>, onStored: () => void): Filing {
  return {
    async file(body) {
      const filing = parseBody(caseFiling, body);
      const intake = intakeOf(engine, filing);
      const outcome = await store(intake).catch((error: unknown) => {
        // A database's own message may quote the row it refused: only its code goes on.
        throw new Error(`Case ${filing.number} could not be stored (${String((error as { code?: unknown })?.code ?? 'unknown')})`);
      });
      if (outcome === 'taken') throw fieldError('number', t('filing.numberTaken'));
      if (outcome === 'stored') onStored();
      return { number: filing.number };
    },
  };
}

function intakeOf({ sealing, limits, now }: Engine, { kind, number, code, receivedAt, submission, suspicion }: CaseFiling): Intake {
  const instant = Date.parse(receivedAt);
  if (Number.isNaN(instant)) throw fieldError('receivedAt', t('filing.notAnInstant'));
  // A gateway whose clock is ahead must not make letters from the future.
  const received = new Date(Math.min(instant, now().getTime())).toISOString();
  const limit = limits[submission.purpose];
  const { seal, hashCode } = sealing();
  return {
    agencyCode: submission.agency,
    texts: {
      citizen: t('actor.citizen'),
      office: t('actor.system'),
      assigned: (agency) => t('note.assigned', { agency }),
      unknownAgency: t('remark.unknownAgency', { code: submission.agency, purpose: LETTER_PURPOSE_LABELS[submission.purpose] }),
    },
    row: {
      number,
      kind,
      purpose: submission.purpose,
      title: submission.title,
      body: submission.body,
      name_sealed: seal(submission.name, aboutField(number, 'name')),
      phone_sealed: seal(submission.phone, aboutField(number, 'phone')),
      may_publish: submission.mayPublish ? 1 : 0,
      code_hash: hashCode(number, code),
      suspicion,
      quarantined: suspicion > SUSPICIOUS ? 1 : 0,
      received_at: received,
      month: shanghaiDate(received).slice(0, 7),
      limit_days: limit,
      due_on: deadlineOf(received, limit).dueOn,
    },
  };
}

/** An error that a form shows at one field. */
export function fieldError(field: string, message: string): errors.ValidationError {
  return new errors.ValidationError(message, { fields: [{ field, message }] });
}
