import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { replaceWords } from './replace-words.ts';
import { readRichText } from './rich-text.ts';

describe('readRichText', () => {
  test('gives each block a line, and each character its place', () => {
    const html = '<h2>一、甲</h2><p>乙&amp;<strong>丙</strong><br />丁</p>';
    const { text, starts, ends } = readRichText(html);
    expect(text.trim()).toBe('一、甲\n乙&丙\n丁');
    expect([...text].map((_letter, at) => html.slice(starts[at], ends[at])).join('')).toBe('一、甲乙&amp;丙丁');
  });
});

describe('replaceWords', () => {
  test('keeps tags where they are, in the middle of the words too', () => {
    expect(replaceWords('<p>以<strong>经批</strong>准</p>', { start: 0, end: 2 }, '已经', true)).toBe('<p>已经<strong>批</strong>准</p>');
  });
  test('writes words so that they stay words', () => {
    expect(replaceWords('<p>甲&amp;乙</p>', { start: 0, end: 2 }, '<丙>', true)).toBe('<p>&lt;丙&gt;乙</p>');
    expect(replaceWords('甲&乙', { start: 0, end: 2 }, '<丙>', false)).toBe('<丙>乙');
  });
  test('changes the words that are meant and nothing else, whatever the text', () => {
    const piece = fc.constantFrom('甲', '乙丙', '&amp;', '&nbsp;', '1', '<strong>丁</strong>', '</p><p>', '<br />', '<a href="/x?a=1&amp;b=2">戊</a>');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 20 }), fc.nat(30), fc.nat(6), fc.constantFrom('', '己', '<庚&'), (pieces, from, length, words) => {
        const html = `<p>${pieces.join('')}</p>`;
        const { text, tags } = readRichText(html);
        const start = Math.min(from, text.length - 1);
        const end = Math.min(start + length + 1, text.length);
        // A line break is made by tags, which stay.
        if (start < 0 || text.slice(start, end).includes('\n')) return;
        const after = readRichText(replaceWords(html, { start, end }, words, true));
        expect(after.text.replaceAll('\n', '')).toBe((text.slice(0, start) + words + text.slice(end)).replaceAll('\n', ''));
        expect(after.tags.map(({ name, isEnd }) => `${isEnd}${name}`)).toEqual(tags.map(({ name, isEnd }) => `${isEnd}${name}`));
      }),
      { numRuns: 500 },
    );
  });
});
