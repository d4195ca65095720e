import { z } from 'zod';

import type { SurveyReply } from './case.ts';
import { ref } from './entry.ts';
import { caseFigures, letter } from './letter.ts';

/** How many opinions on a consultation came in online, spam left out. `documentId` is the consultation's. */
export const opinionFigures = z.object({
  consultation: ref,
  received: z.number().int(),
  adopted: z.number().int(),
  partly: z.number().int(),
  declined: z.number().int(),
});
export type OpinionFigures = z.infer<typeof opinionFigures>;

/** What a survey has brought so far. `documentId` is the survey's. What people wrote is never in it. */
export const surveyResults = z.object({
  survey: ref,
  /** Filled surveys, spam left out. */
  answers: z.number().int(),
  /** The day the last of them came, YYYY-MM-DD. */
  until: z.string(),
  questions: z.array(
    z.object({
      /** Who answered this question. */
      answered: z.number().int(),
      /** By option, or by points from 1 to 5; empty for what is answered in words. */
      counts: z.array(z.number().int()),
    }),
  ),
});
export type SurveyResults = z.infer<typeof surveyResults>;

/** What the plugin `cases` publishes, by type of entry. */
export const CASE_SCHEMAS = {
  letter,
  'case-figures': caseFigures,
  'opinion-figures': opinionFigures,
  'survey-results': surveyResults,
} as const;

/** Points of a question of the kind `scale`, worst first. */
export const SCALE = [1, 2, 3, 4, 5] as const;

const question = z.object({
  title: z.string(),
  kind: z.enum(['single', 'multiple', 'scale', 'text']),
  options: z.array(z.string()),
  mandatory: z.boolean(),
  /** For `multiple`: the most that may be chosen. */
  maxChoices: z.number().int().optional(),
});
/** A question as its form needs it. */
export type FormQuestion = z.infer<typeof question>;

const period = {
  /** documentId. */
  id: z.string(),
  title: z.string(),
  path: z.string(),
  agencyName: z.string().optional(),
  /** First and last day, YYYY-MM-DD in Asia/Shanghai, both inside. */
  opensOn: z.string(),
  closesOn: z.string(),
};

/**
 * What the gateway has to know of a form that is part of a document's page. It is released beside the page, at the
 * page's address and `FORM_FILE`; the form itself is sent to the address of the page.
 */
export const publishedForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opinion'), ...period }),
  z.object({ kind: z.literal('survey-answer'), ...period, questions: z.array(question) }),
]);
export type PublishedForm = z.infer<typeof publishedForm>;
export type OpinionFormFacts = Extract<PublishedForm, { kind: 'opinion' }>;
export type SurveyFormFacts = Extract<PublishedForm, { kind: 'survey-answer' }>;

/** Name of the file that describes the form of a page. */
export const FORM_FILE = 'form.json';

interface QuestionData {
  title: string;
  kind: FormQuestion['kind'];
  options?: string | null | undefined;
  mandatory?: boolean | null | undefined;
  maxChoices?: number | null | undefined;
}

/** The questions of a survey as its form needs them: options line by line, empty ones dropped. */
export function formQuestions(questions: readonly QuestionData[]): FormQuestion[] {
  return questions.map(({ title, kind, options, mandatory, maxChoices }) => ({
    title,
    kind,
    options: kind === 'single' || kind === 'multiple' ? (options ?? '').split('\n').map((line) => line.trim()).filter(Boolean) : [],
    mandatory: mandatory ?? false,
    ...(kind === 'multiple' && maxChoices ? { maxChoices } : {}),
  }));
}

/** Most characters of an answer in words. */
export const LONGEST_REPLY = 1000;

/** What is wrong with a reply to a question, in the citizen's language; undefined when nothing is. */
export function checkReply({ kind, options, mandatory, maxChoices }: FormQuestion, reply: SurveyReply): string | undefined {
  const empty = reply === null || reply === '' || (Array.isArray(reply) && reply.length === 0);
  if (empty) return mandatory ? (kind === 'text' ? '请填写这一题' : '请回答这一题') : undefined;
  if (kind === 'text') {
    if (typeof reply !== 'string') return '请用文字回答';
    return reply.length > LONGEST_REPLY ? `最多写 ${LONGEST_REPLY} 个字` : undefined;
  }
  if (kind === 'scale') return typeof reply === 'number' && (SCALE as readonly number[]).includes(reply) ? undefined : '请在 1 到 5 分里选一个';
  if (!Array.isArray(reply) || reply.some((place) => !(place in options)) || new Set(reply).size < reply.length) return '请从列出的选项里选';
  if (kind === 'single') return reply.length > 1 ? '只能选一项' : undefined;
  return maxChoices && reply.length > maxChoices ? `最多选 ${maxChoices} 项，您选了 ${reply.length} 项` : undefined;
}

/** Adds up replies. Questions that were not asked count as not answered. */
export function tally(questions: readonly FormQuestion[], answers: Iterable<readonly SurveyReply[]>): SurveyResults['questions'] {
  const results = questions.map(({ kind, options }) => ({
    answered: 0,
    counts: kind === 'text' ? [] : Array.from({ length: kind === 'scale' ? SCALE.length : options.length }, () => 0),
  }));
  for (const replies of answers)
    questions.forEach((asked, index) => {
      const reply = replies[index] ?? null;
      const result = results[index]!;
      if (checkReply({ ...asked, mandatory: true }, reply) !== undefined) return;
      result.answered += 1;
      for (const place of Array.isArray(reply) ? reply : typeof reply === 'number' ? [reply - 1] : []) result.counts[place]! += 1;
    });
  return results;
}

