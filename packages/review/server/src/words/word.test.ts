import { describe, expect, test } from 'vitest';

import { readWords } from './read-word.ts';
import { START_LIST } from './start/start-list.ts';
import { findWords, WORD_KINDS } from './word.ts';

const textOf = (text: string) => findWords(text, START_LIST).map(({ word }) => word.wrong);

describe('the start list', () => {
  test('has every word once, of a known kind, with another word to write instead', () => {
    expect(START_LIST.length).toBeGreaterThan(400);
    expect(new Set(START_LIST.map(({ wrong }) => wrong)).size).toBe(START_LIST.length);
    for (const { wrong, right, kind, except = [] } of START_LIST) {
      expect(Object.keys(WORD_KINDS)).toContain(kind);
      expect(right, wrong).not.toContain(wrong);
      expect(right.length, wrong).toBeGreaterThan(0);
      for (const whole of except) expect(whole, wrong).toContain(wrong);
    }
  });
  test('takes its own suggestions for right', () => {
    for (const { wrong, right } of START_LIST) for (const words of right) expect(textOf(words), `${wrong} → ${words}`).toEqual([]);
  });
  test.each(['依据《中华人民共和国劳动合同法》', '反复盖章，答复盖章', '自己经营、以经济建设为中心', '“十四五”规划', '湖北韩家村', '人民代表大会制度', '究竟争议在哪里'])('leaves %s alone', (text) => {
    expect(textOf(text)).toEqual([]);
  });
});

describe('readWords', () => {
  test('reads a table as Excel saves it, and says of every bad row why', () => {
    const { words, bad } = readWords('\ufeff词,建议,类别,级别,说明,例外\r\n旧大桥,新大桥\r\n甲乙,丙；丁,规范用语,要确认,"说,明",甲乙戊\r\n一,二\r\n甲乙,甲乙\r\n丙丁,,别的\r\n');
    expect(words).toMatchObject([
      { wrong: '旧大桥', right: ['新大桥'], kind: 'own', level: 'hint', isOn: true },
      { wrong: '甲乙', right: ['丙', '丁'], kind: 'term', level: 'confirm', note: '说,明', except: ['甲乙戊'] },
    ]);
    expect(bad.map(({ row }) => row)).toEqual([4, 5, 6]);
  });
});
