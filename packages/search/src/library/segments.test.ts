import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { tokens } from '../tokens.ts';
import { cutSegments, sectionsOf } from './segments.ts';

describe('cutSegments', () => {
  test('keeps a short body whole, and an empty one', () => {
    expect(cutSegments('一句话。', 100)).toEqual([{ from: 0, body: '一句话。' }]);
    expect(cutSegments('', 100)).toEqual([{ from: 0, body: '' }]);
  });

  test('holds each place of the body, with its whole sentence, in the part the browser asks for', () => {
    const sentence = fc.string({ unit: fc.constantFrom(...'供水用电热气网'), minLength: 1, maxLength: 120 }).map((text) => `${text}。`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 20 }), (sentences) => {
        const size = 50;
        const segments = cutSegments(sentences.join(''), size);
        let place = 0;
        for (const one of sentences) {
          for (const _ of tokens(one)) expect(segments[Math.floor(place++ / size)]!.body).toContain(one);
        }
        expect(segments).toHaveLength(Math.max(1, Math.ceil(place / size)));
      }),
    );
  });

  test('cuts a table without sentence ends too', () => {
    const table = '供水单位名称地址电话'.repeat(300);
    const segments = cutSegments(table, 1000);
    expect(segments).toHaveLength(3);
    expect(segments[2]).toEqual({ from: 2000, body: table.slice(2000) });
  });
});

test('sectionsOf gives a part of a body the sections that stand in it, also the one it begins amid', () => {
  const sections = [
    { id: 'c1', title: '一', from: 5 },
    { id: 'c2', title: '二', from: 40 },
    { id: 'c3', title: '三', from: 70 },
  ];
  const idsIn = (from: number, length: number) => sectionsOf({ from, body: 'x'.repeat(length) }, sections).map(({ id, from: at }) => `${id}@${at}`);
  expect(idsIn(0, 50)).toEqual(['c1@5', 'c2@40']);
  expect(idsIn(50, 30)).toEqual(['c2@0', 'c3@20']);
  expect(idsIn(0, 5)).toEqual([]);
});
