import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { translations } from './index.ts';

const require = createRequire(import.meta.url);
const strapi = createRequire(require.resolve('@strapi/strapi/package.json'));

/** Where each part of Strapi's admin keeps its words, and the prefix it gives their keys. */
const PARTS = [
  { part: 'admin', folder: 'dist/admin/admin/src/translations', prefix: '' },
  { part: 'content-manager', folder: 'dist/admin/translations', prefix: 'content-manager.' },
  { part: 'upload', folder: 'dist/admin/translations', prefix: 'upload.' },
  { part: 'i18n', folder: 'dist/admin/translations', prefix: 'i18n.' },
];

/**
 * Pages nobody sees here: Strapi's tour, survey and offers, what only the Enterprise Edition shows, the block editor (we
 * have no such field), and the new media library (config/features.ts keeps the translated one).
 */
const UNSEEN = [
  /^tours\./,
  /^app\.components\.(FreeTrial|NpsSurvey|UpsellBanner|MediaLibraryBanner|LeftMenu\.trial)/,
  /^Settings\.(page\.[pP]urchase|permissions\.auditLogs|sso|content-history)/,
  /^components\.Blocks\./,
  /^content-manager\.(history\.|components\.DynamicZone\.ai)/,
  /^upload\.(asset-details|list|dnd|upload\.progress|folder|header\.(content\.item|search)|settings\.form\.aiMetadata|ai|modal\.move)/,
];

function load(part: string, folder: string, language: string): Record<string, string> {
  const root = dirname(strapi.resolve(`@strapi/${part}/package.json`));
  const file = join(root, folder, `${language}.json.js`);
  if (!existsSync(file)) throw new Error(`${part} has no words in ${language} at ${file}`);
  const loaded = require(file) as { default?: Record<string, string> };
  return loaded.default ?? (loaded as Record<string, string>);
}

describe('the Chinese of the admin', () => {
  test.each(PARTS)('misses no word of $part that can be seen', ({ part, folder, prefix }) => {
    const english = load(part, folder, 'en');
    const chinese = load(part, folder, 'zh-Hans');
    expect(Object.keys(english).length).toBeGreaterThan(50);
    const missing = Object.keys(english)
      .filter((key) => !(key in chinese) && !(prefix + key in translations))
      .filter((key) => !UNSEEN.some((unseen) => unseen.test(prefix + key)));
    expect(missing).toEqual([]);
  });

  test('is Chinese', () => {
    // Words in braces are filled in or choose a form.
    const strip = (text: string): string => {
      const inner = text.replace(/\{[^{}]*\}|<[^>]*>/g, '');
      return inner === text ? text : strip(inner);
    };
    const isForeign = (text: string) => /[A-Za-z]{5,}/.test(strip(text)) && !/\p{Script=Han}/u.test(text);
    const foreign = Object.entries(translations).filter(([, text]) => isForeign(text));
    expect(foreign.map(([key]) => key)).toEqual([]);
  });
});
