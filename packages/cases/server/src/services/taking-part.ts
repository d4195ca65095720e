import { checkReply, questionField, shanghaiDate, type OpinionFiling, type SurveyFiling } from '@mingchuang/content';
import { errors } from '@strapi/utils';

import { t } from '../../../strings/t.ts';
import { fieldError } from '../domain/parse-body.ts';
import type { AnswerIntake, CaseIntake } from '../store/intake-statements.ts';
import type { ConsultationTarget, Engine, SurveyTarget } from './engine.ts';
import { rowOf, textsOf, type Receipt } from './intake-row.ts';

/** An opinion for the agency that asked. @throws {errors.ValidationError} When nobody asked, or not on that day. */
export async function intakeOfOpinion(engine: Engine, filing: OpinionFiling, receipt: Receipt): Promise<CaseIntake> {
  const { submission } = filing;
  const target = await engine.findConsultation(submission.consultation);
  if (!target?.acceptsOnline) throw fieldError('consultation', t('filing.noConsultation'));
  checkDay('consultation', target, receipt);
  return {
    to: { agency: target.agency },
    texts: textsOf(),
    row: {
      ...rowOf(engine, filing, receipt),
      purpose: '',
      title: target.title,
      may_publish: 0,
      limit_days: 0,
      due_on: '',
      about: target.id,
      part: submission.part || null,
    },
  };
}

/** A filled survey. @throws {errors.ValidationError} Naming every question whose answer is not one of its own. */
export async function intakeOfAnswer(engine: Engine, { number, code, submission }: SurveyFiling, receipt: Receipt): Promise<AnswerIntake> {
  const target = await engine.findSurvey(submission.survey);
  if (!target) throw fieldError('survey', t('filing.noSurvey'));
  checkDay('survey', target, receipt);
  const { questions } = target;
  const fields = questions.flatMap((question, index) => {
    const message = checkReply(question, submission.replies[index] ?? null);
    return message ? [{ field: questionField(index), message }] : [];
  });
  if (fields.length > 0) throw new errors.ValidationError(t('filing.hasErrors'), { fields });
  return {
    answer: {
      number,
      code_hash: engine.sealing().hashCode(number, code),
      survey: target.id,
      replies: JSON.stringify(questions.map((_, index) => submission.replies[index] ?? null)),
      received_on: shanghaiDate(receipt.received),
      quarantined: receipt.quarantined,
    },
  };
}

/** The day the citizen pressed the button counts: what waited in the gateway's queue was in time. */
function checkDay(field: string, { opensOn, closesOn }: ConsultationTarget | SurveyTarget, { received }: Receipt): void {
  const day = shanghaiDate(received);
  if (day < opensOn) throw fieldError(field, t('filing.notOpen', { date: opensOn }));
  if (day > closesOn) throw fieldError(field, t('filing.isClosed', { date: closesOn }));
}
