import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { tokens } from '../tokens.ts';
import { cutSegments } from './segments.ts';

describe('cutSegments', () => {
  test('keeps a short body whole, and an empty one', () => {
    expect(cutSegments('一句话。', 100)).toEqual(['一句话。']);
    expect(cutSegments('', 100)).toEqual(['']);
  });

  test('holds each place of the body, with its whole sentence, in the part the browser asks for', () => {
    const sentence = fc.string({ unit: fc.constantFrom(...'供水用电热气网'), minLength: 1, maxLength: 120 }).map((text) => `${text}。`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 20 }), (sentences) => {
        const size = 50;
        const segments = cutSegments(sentences.join(''), size);
        let place = 0;
        for (const one of sentences) {
          for (const _ of tokens(one)) expect(segments[Math.floor(place++ / size)]).toContain(one);
        }
        expect(segments).toHaveLength(Math.max(1, Math.ceil(place / size)));
      }),
    );
  });

  test('cuts a table without sentence ends too', () => {
    const table = '供水单位名称地址电话'.repeat(300);
    const segments = cutSegments(table, 1000);
    expect(segments).toHaveLength(3);
    expect(segments[2]).toBe(table.slice(2000));
  });
});
