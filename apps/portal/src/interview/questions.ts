import type { InterviewTurn } from '@mingchuang/content';

import type { TocLine } from '../body/render-body.ts';

/** Questions from which on a list of them helps. */
const MANY = 4;
const LONGEST = 32;

/** Id of a turn, by its place. */
export const turnId = (index: number) => `t${index + 1}`;

/** The questions of an interview, each by its last asking sentence; nothing while there are few. */
export function questionsIn(turns: readonly InterviewTurn[]): TocLine[] {
  const found = turns.flatMap(({ role, text }, index) => {
    const asked = role === 'guest' ? undefined : text.match(/[^。！？?!；\n]+[？?]/g)?.at(-1)?.trim();
    return asked ? [{ id: turnId(index), text: asked.length > LONGEST ? `${asked.slice(0, LONGEST)}…` : asked }] : [];
  });
  return found.length >= MANY ? found : [];
}
