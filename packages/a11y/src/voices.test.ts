import { describe, expect, test } from 'vitest';

import { voicesFor } from './voices.ts';

const voice = (lang: string) => ({ lang, name: lang }) as SpeechSynthesisVoice;
const DEVICE = ['en-US', 'zh-HK', 'ja-JP', 'zh_CN', 'cmn-Hans-CN', 'yue-HK', 'zh-TW', 'en-GB'].map(voice);
const namesOf = (lang: string, voices = DEVICE) => voicesFor(lang, voices).map(({ name }) => name);

describe('voicesFor', () => {
  test('gives every kind of Chinese for Chinese, Mandarin first, however devices write it', () => {
    expect(namesOf('zh-CN')).toEqual(['zh_CN', 'cmn-Hans-CN', 'zh-HK', 'yue-HK', 'zh-TW']);
    expect(namesOf('zh-Hant')).toEqual(namesOf('zh-CN'));
  });

  test('gives the voices of another language for that language', () => {
    expect(namesOf('en')).toEqual(['en-US', 'en-GB']);
  });

  test('gives none where the device has none', () => {
    expect(namesOf('zh-CN', ['en-US', 'ja-JP'].map(voice))).toEqual([]);
  });
});
