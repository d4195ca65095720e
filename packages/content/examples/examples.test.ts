import { describe, expect, test } from 'vitest';

import { caseTracking, CONTENT_SCHEMAS, REGISTRY, type ContentTypeName } from '../src/index.ts';
import { exampleCases, exampleOpinions, exampleEntries } from './index.ts';

describe('examples', () => {
  test.each(Object.keys(CONTENT_SCHEMAS) as ContentTypeName[])(
    'has one of %s with every public field filled',
    (type) => {
      const examples = exampleEntries.filter((entry) => entry.type === type);
      const missing = examples.map(({ data }) => REGISTRY[type].fields.filter((field) => !(field in data)));
      // Columns without a parent and those without an introduction are both needed: one of them is whole.
      expect(Math.min(...missing.map((fields) => fields.length)), JSON.stringify(missing)).toBe(0);
    },
  );

  test('all hold what their schema says', () => {
    for (const entry of exampleEntries)
      if (entry.type in CONTENT_SCHEMAS)
        expect(CONTENT_SCHEMAS[entry.type as ContentTypeName].parse(entry.data)).toEqual(entry.data);
  });

  test('show a case at every station as the CMS would send it', () => {
    for (const example of [...Object.values(exampleCases), ...Object.values(exampleOpinions)]) expect(caseTracking.parse(example)).toEqual(example);
  });
});
