import { tally, type FormQuestion, type SurveyReply, type SurveyResults } from '@mingchuang/content';
import { errors } from '@strapi/utils';

import { t } from '../../../strings/t.ts';
import { seesAll, type Actor } from '../domain/actor.ts';
import { toCsv } from '../domain/csv.ts';
import { onConnection, type Knex } from '../store/connection.ts';
import { flushDue, RESULTS_DUE } from '../store/due.ts';
import type { Engine, FeedSource, SurveyTarget } from './engine.ts';
import type { SurveyLine, SurveyView } from './view-types.ts';

const TYPE = 'survey-results';
/** Words of answers shown on the screen; all of them are in the export. */
const WORDS_SHOWN = 200;

/** Answers to surveys: added up for the public, and read by those who asked. */
export interface Surveys {
  /** How many have answered a survey, spam left out. */
  countAnswers(survey: string): Promise<number>;
  /** Surveys with answers that this person may see, the latest first. */
  list(actor: Actor): Promise<SurveyLine[]>;
  /** Results with what people wrote. @throws {errors.NotFoundError} For a survey of another agency as for none. */
  read(survey: string, actor: Actor): Promise<SurveyView>;
  /** Every answer as CSV. @throws {errors.NotFoundError} */
  exportCsv(survey: string, actor: Actor): Promise<string>;
  flush(): Promise<void>;
  source: FeedSource;
}

interface Row {
  replies: string;
  received_on: string;
}

export function createSurveys({ db, feed, findSurvey }: Engine): Surveys {
  const rowsOf = (survey: string): Promise<Row[]> => onConnection(db, (knex) => counted(knex).where({ survey }).select('replies', 'received_on').orderBy('id'));
  const withAnswers = async (): Promise<{ survey: string; count: number | string }[]> =>
    onConnection(db, (knex) => counted(knex).groupBy('survey').select('survey').count({ count: '*' }).orderByRaw('MAX(id) DESC'));
  const resultsOf = async (survey: string) => {
    const target = await findSurvey(survey);
    const rows = target ? await rowsOf(survey) : [];
    return target && rows.length > 0 ? countAnswers(survey, target.questions, rows) : undefined;
  };
  const seen = async (survey: string, actor: Actor) => {
    const target = await findSurvey(survey);
    if (!target || !seesSurvey(actor, target)) throw new errors.NotFoundError(t('survey.notFound'));
    return { target, rows: await rowsOf(survey) };
  };

  return {
    async countAnswers(survey) {
      const row = await onConnection(db, (knex) => counted(knex).where({ survey }).count({ count: '*' }).first());
      return Number(row?.count ?? 0);
    },

    async list(actor) {
      const lines = await Promise.all(
        (await withAnswers()).map(async ({ survey, count }) => {
          const target = await findSurvey(survey);
          return target && seesSurvey(actor, target) ? [{ id: survey, title: target.title, closesOn: target.closesOn, answers: Number(count) }] : [];
        }),
      );
      return lines.flat();
    },

    async read(survey, actor) {
      const { target, rows } = await seen(survey, actor);
      const { title, opensOn, closesOn, questions } = target;
      const results = countAnswers(survey, questions, rows);
      const wordsOf = (index: number) => rows.flatMap(({ replies }) => wordsIn(replies, index)).reverse().slice(0, WORDS_SHOWN);
      return {
        id: survey,
        title,
        opensOn,
        closesOn,
        answers: rows.length,
        questions: questions.map((question, index) => ({ ...question, ...results.questions[index]!, words: question.kind === 'text' ? wordsOf(index) : [] })),
      };
    },

    async exportCsv(survey, actor) {
      const { target, rows } = await seen(survey, actor);
      const head = ['日期', ...target.questions.map(({ title }, index) => `${index + 1}. ${title}`)];
      const lines = rows.map(({ received_on, replies }) => {
        const given = JSON.parse(replies) as SurveyReply[];
        return [received_on, ...target.questions.map((question, index) => inWords(question, given[index] ?? null))];
      });
      return toCsv([head, ...lines]);
    },

    flush: () => flushDue(db, RESULTS_DUE, async (documentId) => void (await feed().record({ kind: 'upsert', type: TYPE, documentId }))),

    source: {
      type: TYPE,
      async *all() {
        for (const { survey } of await withAnswers()) {
          const data = await resultsOf(survey);
          if (data) yield { documentId: survey, data };
        }
      },
      async one(documentId) {
        const data = await resultsOf(documentId);
        return data && { documentId, data };
      },
    },
  };
}

const counted = (knex: Knex) => knex('survey_answers').where({ quarantined: 0 });

function seesSurvey(actor: Actor, { agency }: SurveyTarget): boolean {
  if (!actor.rights.has('survey-read')) return false;
  return seesAll(actor) || (agency !== undefined && actor.agencies.includes(agency.id));
}

/** Adds up the answers to one survey. */
function countAnswers(survey: string, questions: readonly FormQuestion[], rows: readonly Row[]): SurveyResults & Record<string, unknown> {
  return {
    survey: { type: 'survey', documentId: survey },
    answers: rows.length,
    until: rows.reduce((latest, { received_on }) => (received_on > latest ? received_on : latest), ''),
    questions: tally(questions, rows.map(({ replies }) => JSON.parse(replies) as SurveyReply[])),
  };
}

function wordsIn(replies: string, index: number): string[] {
  const reply = (JSON.parse(replies) as SurveyReply[])[index];
  return typeof reply === 'string' && reply !== '' ? [reply] : [];
}

function inWords({ options }: FormQuestion, reply: SurveyReply): string | number {
  if (Array.isArray(reply)) return reply.map((place) => options[place] ?? '').join('；');
  return reply ?? '';
}
