import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { tokens } from '../tokens.ts';
import { cutSegments } from './segments.ts';

describe('cutSegments', () => {
  test('keeps a short body whole, and an empty one', () => {
    expect(cutSegments('一句话。', 100)).toEqual(['一句话。']);
    expect(cutSegments('', 100)).toEqual(['']);
  });

  test('holds each place of the body in the part the browser asks for', () => {
    const sentence = fc.string({ unit: fc.constantFrom(...'供水用电热气网'), minLength: 1, maxLength: 30 }).map((text) => `${text}。`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 60 }), fc.nat(), (sentences, pick) => {
        const size = 50;
        const number = pick % sentences.length;
        const before = tokens(sentences.slice(0, number).join('')).length;
        const segments = cutSegments(sentences.join(''), size);
        const first = Math.floor(before / size);
        expect(segments[first]).toContain(sentences[number]);
        const last = before + tokens(sentences[number] as string).length - 1;
        expect(segments.length).toBeGreaterThan(Math.floor(last / size));
      }),
    );
  });

  test('cuts a table without sentence ends too', () => {
    const table = '供水单位名称地址电话'.repeat(300);
    const segments = cutSegments(table, 1000);
    expect(segments).toHaveLength(3);
    expect(segments.join('').length).toBeGreaterThanOrEqual(table.length);
  });
});
