import { t } from '../../../strings/t.ts';

/** Fewer characters than this are no answer. */
const SHORTEST = 20;

/** Who wrote the letter; empty once the personal fields were erased. */
export interface Personal {
  name?: string | undefined;
  phone?: string | undefined;
}

/** Everything that speaks against sending an answer, all at once. Empty when it may go on. */
export function checkAnswer(answer: string, personal: Personal): string[] {
  const text = answer.trim();
  if (!text) return [t('check.answerEmpty')];
  const problems = [];
  if (text.replace(/\s/g, '').length < SHORTEST) problems.push(t('check.answerShort', { least: SHORTEST }));
  return [...problems, ...findPersonal(text, personal)];
}

/** Says which of the citizen's own personal data a text contains. */
export function findPersonal(text: string, { name, phone }: Personal): string[] {
  const problems = [];
  if (name && [...name].length > 1 && text.includes(name)) problems.push(t('check.containsName'));
  const digits = (value: string) => value.normalize('NFKC').replace(/[^\d]/g, '');
  if (phone && digits(text).includes(digits(phone))) problems.push(t('check.containsPhone'));
  return problems;
}
