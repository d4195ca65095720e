import { describe, expect, test } from 'vitest';

import { agencyPath, documentPath, publicIdOf, settleFacts } from './address-plan.ts';

const now = new Date('2026-11-08T16:30:00Z');
const settings = { now, createId: () => 'abcdefgh' };

describe('settleFacts', () => {
  test('takes day and instant from the clock, the day in Shanghai', () => {
    expect(settleFacts({ wasPublished: false }, settings)).toEqual({
      publicId: 'abcdefgh',
      publishedOn: '2026-11-09',
      firstPublishedAt: now,
    });
  });

  test('keeps an earlier day and invents no instant', () => {
    expect(settleFacts({ publishedOn: '2019-02-28', wasPublished: false }, settings)).toMatchObject({
      publishedOn: '2019-02-28',
      firstPublishedAt: null,
    });
  });

  test('takes the day from an instant that was brought along', () => {
    const firstPublishedAt = new Date('2020-01-01T20:00:00Z');
    expect(settleFacts({ firstPublishedAt, wasPublished: false }, settings)).toMatchObject({
      publishedOn: '2020-01-02',
      firstPublishedAt,
    });
  });

  test('changes nothing the second time', () => {
    const stored = { publicId: 'zzzzzzzz', publishedOn: '2026-11-09', firstPublishedAt: null, wasPublished: true };
    expect(settleFacts(stored, settings)).toEqual({
      publicId: 'zzzzzzzz',
      publishedOn: '2026-11-09',
      firstPublishedAt: null,
    });
  });
});

test('a document lives below its column by month and identifier', () => {
  expect(documentPath('/yaowen/', { publishedOn: '2026-11-09', publicId: 'abcdefgh' })).toBe(
    '/yaowen/202611/abcdefgh/',
  );
});

test('an agency lives by its code, in other locales below their root', () => {
  expect(agencyPath('jtj', 'zh-Hans')).toBe('/jigou/jtj/');
  expect(agencyPath('jtj', 'en')).toBe('/en/jigou/jtj/');
});

test('an identifier is eight digits and small letters, always the same for a document', () => {
  expect(publicIdOf('q0w2gmx0pzn1ikvl4ky3hd7s')).toMatch(/^[a-z0-9]{8}$/);
  expect(publicIdOf('q0w2gmx0pzn1ikvl4ky3hd7s')).toBe(publicIdOf('q0w2gmx0pzn1ikvl4ky3hd7s'));
  expect(new Set(Array.from({ length: 2000 }, (_, at) => publicIdOf(`document${at}`))).size).toBe(2000);
});
