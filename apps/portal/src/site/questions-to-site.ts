import type { AnyEntry, TypeName } from '@mingchuang/content';

import type { Building, Question } from './building.ts';
import { pathOf } from './inputs.ts';
import { addressesOf } from './part-facts.ts';

const questions = new Map<string, Question>();

/** Questions are told apart by identity: the same one is made once. */
export function question(name: string, make: () => Question): Question {
  let known = questions.get(name);
  if (!known) questions.set(name, (known = make()));
  return known;
}

export const TODAY: Question = ({ catalogue }) => catalogue.today;
export const CHROME: Question = ({ chromeDigest }) => chromeDigest;
export const FRAME: Question = ({ frameDigest }) => frameDigest;

/** Which entry has an identity now. */
export const entryAt = (type: TypeName, id: string) => question(`${type}/${id}`, () => ({ catalogue }) => catalogue.snapshot.find(type, id));

/** Which documents there are in the other language, and where. */
const TWINS: Question = ({ catalogue: { other } }) => other?.placed.map(addressesOf).join();

/** Where a document stands in the other language. */
export const twinOf = (type: TypeName, id: string) =>
  question(`twin:${type}/${id}`, () => {
    const ask: Question = ({ catalogue: { other } }) => pathOf(other?.snapshot.find(type, id, other.locale) as AnyEntry | undefined);
    return Object.assign(ask, { within: TWINS });
  });

/** Answered once for all who ask. */
export function answer(building: Building, asked: Question): unknown {
  const { answers } = building;
  if (!answers.has(asked)) answers.set(asked, asked(building));
  return answers.get(asked);
}
