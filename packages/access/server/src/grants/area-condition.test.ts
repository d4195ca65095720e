import { describe, expect, test } from 'vitest';

import { abroad } from './abroad.ts';
import { conditionOf, placementOf } from './area-condition.ts';

const columns = ['news', 'rules'];

describe('conditionOf', () => {
  test('is without condition where one area has no bounds', () => {
    expect(conditionOf([{ agencies: ['zjj'] }, {}], 'document')).toBe(true);
  });

  test('never holds without any area', () => {
    expect(conditionOf([], 'document')).toBe(false);
  });

  test('holds for documents of the agency and of the columns at once', () => {
    expect(conditionOf([{ agencies: ['zjj'], columns }], 'document')).toEqual({ 'agency.documentId': { $in: ['zjj', abroad('zjj')] }, 'column.documentId': { $in: columns } });
  });

  test('holds for documents of one area or another', () => {
    const condition = conditionOf([{ agencies: ['zjj'], isAtHome: true }, { columns }], 'document');
    expect(condition).toEqual({ $or: [{ 'agency.documentId': { $in: ['zjj'] } }, { 'column.documentId': { $in: columns } }] });
  });

  test('lets a grant put documents of an agency on other sites, and being its member not', () => {
    const agencies = ['zjj'];
    expect(JSON.stringify(conditionOf([{ agencies, isAtHome: true }], 'document'))).not.toContain(abroad('zjj'));
    expect(JSON.stringify(conditionOf([{ agencies }], 'document'))).toContain(abroad('zjj'));
  });

  test('opens no document to a member of no agency', () => {
    expect(conditionOf([{ agencies: [] }], 'document')).toEqual({ 'agency.documentId': { $in: [] } });
  });

  const site = { site: 'city', columns, isWholeSite: true };
  test.each([
    ['column', site, { 'site.documentId': 'city' }],
    ['column', { columns }, { documentId: { $in: columns } }],
    ['column', { agencies: ['zjj'] }, false],
    ['agency', site, { 'site.documentId': 'city' }],
    ['agency', { agencies: ['zjj'] }, { documentId: { $in: ['zjj'] } }],
    ['agency', { columns }, false],
    ['site', site, { documentId: 'city' }],
    ['site', { ...site, isWholeSite: false }, false],
    ['of-site', site, { 'site.documentId': 'city' }],
    ['of-site', { agencies: ['zjj'] }, false],
    ['elsewhere', site, false],
    ['elsewhere', {}, true],
  ] as const)('of a %s in %o is %o', (placement, area, expected) => {
    expect(conditionOf([area], placement)).toEqual(expected);
  });
});

describe('placementOf', () => {
  test.each([
    ['api::article.article', ['agency', 'column', 'title'], 'document'],
    ['api::column.column', ['site', 'parent'], 'column'],
    ['api::agency.agency', ['site', 'members'], 'agency'],
    ['api::site.site', ['title'], 'site'],
    ['api::alert.alert', ['site'], 'of-site'],
    ['plugin::upload.file', ['name'], 'elsewhere'],
  ])('of %s with %o is %s', (uid, names, placement) => {
    expect(placementOf({ uid, attributes: Object.fromEntries(names.map((name) => [name, {}])) })).toBe(placement);
  });
});
