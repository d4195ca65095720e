import fc from 'fast-check';

import type { ExampleCity } from '../example-city.ts';
import { CITY_EDITS } from './city-edits.ts';
import { DOCUMENT_EDITS } from './document-edits.ts';
import type { Edit } from './edit.ts';

const EDITS: Record<string, Edit> = { ...DOCUMENT_EDITS, ...CITY_EDITS };

/** One edit to be; its numbers choose among what is there when its turn comes. */
export interface PlannedEdit {
  name: string;
  one: number;
  other: number;
}

/** What happens before one publication. */
export interface Step {
  edits: PlannedEdit[];
  /** Hours that pass. */
  hours: number;
  /** The publisher is started again, perhaps with another template. */
  restart: 'no' | 'same template' | 'other template';
}

/** Those that redraw the whole site are dear, and the same each time. */
const RARE = ['changeSite', 'reorderColumns', 'renameColumn', 'removeColumn'];
const plannedEdit: fc.Arbitrary<PlannedEdit> = fc.record({
  name: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...Object.keys(EDITS).filter((name) => !RARE.includes(name))) }, { weight: 1, arbitrary: fc.constantFrom(...RARE) }),
  one: fc.nat(997),
  other: fc.nat(991),
});

/** Anything that can happen before one publication. */
export const anyStep: fc.Arbitrary<Step> = fc.record({
  edits: fc.array(plannedEdit, { minLength: 1, maxLength: 4, size: 'max' }),
  hours: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(1, 13, 24, 50) }),
  restart: fc.oneof(
    { weight: 16, arbitrary: fc.constant('no' as const) },
    { weight: 3, arbitrary: fc.constant('same template' as const) },
    { weight: 1, arbitrary: fc.constant('other template' as const) },
  ),
});

/** Makes an edit. One that finds nothing to work on does nothing. */
export function makeEdit(city: ExampleCity, { name, one, other }: PlannedEdit): void {
  const pick = (number: number) => <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new NothingThere();
    return list[number % list.length]!;
  };
  try {
    EDITS[name]!(city, { one: pick(one), other: pick(other), text: `供暖和居住证的第${city.next()}次修改` });
  } catch (error) {
    if (!(error instanceof NothingThere)) throw error;
  }
}

class NothingThere extends Error {}
