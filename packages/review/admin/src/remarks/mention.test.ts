import { describe, expect, test } from 'vitest';

import { findColleagues, findTyping, insertMention, listMentioned, splitMentions } from './mention.ts';

const su = { id: 2, name: '采编 苏禾', roles: ['采编'] };
const lu = { id: 3, name: '陆一川', roles: ['审核'] };
const luo = { id: 4, name: '陆一', roles: ['签发'] };

describe('findTyping', () => {
  test('finds the name behind the last @ before the cursor', () => {
    expect(findTyping('请@陆一看', 4)).toEqual({ from: 1, to: 4, name: '陆一' });
    expect(findTyping('@', 1)).toEqual({ from: 0, to: 1, name: '' });
  });

  test('sees no name in an e-mail address, after a space, or without an @', () => {
    expect(findTyping('a@b', 3)).toBeUndefined();
    expect(findTyping('@陆一川 请看', 7)).toBeUndefined();
    expect(findTyping('请看', 2)).toBeUndefined();
  });
});

describe('findColleagues', () => {
  test('looks through names and roles', () => {
    expect(findColleagues([su, lu, luo], { from: 0, to: 1, name: '陆' })).toEqual([lu, luo]);
    expect(findColleagues([su, lu, luo], { from: 0, to: 1, name: '签发' })).toEqual([luo]);
  });
});

describe('mentions in a text', () => {
  test('are put in place of what was typed, without spaces of their own', () => {
    expect(insertMention('请@苏看一下', { from: 1, to: 3, name: '苏' }, su)).toEqual({ text: '请@采编苏禾 看一下', cursor: 7 });
  });

  test('are found again, the longer name first', () => {
    expect(listMentioned('@陆一川 和@采编苏禾 看', [su, lu, luo])).toEqual([3, 2]);
    expect(listMentioned('@陆一 看', [su, lu, luo])).toEqual([4]);
  });

  test('are parted from the rest', () => {
    expect(splitMentions('请@陆一川 看', [lu])).toEqual([{ text: '请' }, { text: '@陆一川', id: 3 }, { text: ' 看' }]);
    expect(splitMentions('没有人', [lu])).toEqual([{ text: '没有人' }]);
  });
});
