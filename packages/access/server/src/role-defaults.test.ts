import { describe, expect, test } from 'vitest';

import { OWN_AGENCY, PUBLISHED_TARGET, WITHIN_GRANTS } from './conditions.ts';
import type { Permission } from './permissions.ts';
import { readBefore, tighten, wasGivenBefore, widen } from './role-defaults.ts';

const permission = (action: string, subject: string | null, conditions: string[]): Permission => ({ action, subject, properties: {}, conditions });

describe('tighten', () => {
  const wanted = [
    permission('plugin::upload.read', null, [OWN_AGENCY]),
    permission('read', 'api::article.article', [PUBLISHED_TARGET]),
    permission('read', 'api::article.article', [OWN_AGENCY]),
    permission('read', 'api::column.column', []),
    permission('update', 'api::article.article', [WITHIN_GRANTS]),
  ];

  test.each([
    ['files of all agencies', permission('plugin::upload.read', null, []), [OWN_AGENCY]],
    ['documents of all agencies', permission('read', 'api::article.article', []), [OWN_AGENCY]],
    ['a right that grants may limit', permission('update', 'api::article.article', []), [WITHIN_GRANTS]],
  ])('limits %s', (_, stored, conditions) => {
    expect(tighten(stored, wanted)).toEqual(conditions);
  });

  test.each([
    ['has a condition of the operator’s', permission('plugin::upload.read', null, ['admin::is-creator'])],
    ['is unlimited in this version, too', permission('read', 'api::column.column', [])],
    ['is of the operator’s own making', permission('delete', 'api::column.column', [])],
  ])('leaves alone what %s', (_, stored) => {
    expect(tighten(stored, wanted)).toBeUndefined();
  });
});

describe('wasGivenBefore', () => {
  const before = readBefore([permission('plugin::access.grants', null, []), permission('read', 'api::article.article', [])]);

  test('knows what no earlier version gave', () => {
    expect(wasGivenBefore(permission('plugin::access.grants', null, []), 'site-administrator', before)).toBe(false);
    expect(wasGivenBefore(permission('read', 'api::article.article', [PUBLISHED_TARGET]), 'case-handler', before)).toBe(false);
    expect(wasGivenBefore(permission('read', 'api::article.article', [PUBLISHED_TARGET]), 'author', before)).toBe(true);
  });

  test('takes for new what nobody holds: a type, or something that can be done with one', () => {
    expect(wasGivenBefore(permission('read', 'api::survey.survey', [OWN_AGENCY]), 'author', before)).toBe(false);
    expect(wasGivenBefore(permission('delete', 'api::article.article', [OWN_AGENCY]), 'author', before)).toBe(false);
  });
});

describe('widen', () => {
  const fields = (...names: string[]): Permission => ({ ...permission('read', 'api::article.article', []), properties: { fields: names } });
  const before = readBefore([fields('title', 'body', 'cover')]);

  test('adds what is new, where this version has it', () => {
    expect(widen(fields('title', 'body'), fields('title', 'changeNotes', 'body', 'cover'), undefined, before)).toEqual(['title', 'changeNotes', 'body']);
  });

  test('adds nothing that an operator took away, and takes nothing away that an operator added', () => {
    expect(widen(fields('title'), fields('title', 'body', 'cover'), undefined, before)).toBeUndefined();
    expect(widen(fields('title', 'own'), fields('title', 'body'), ['title', 'body'], before)).toBeUndefined();
    expect(widen(fields('title', 'own'), fields('title', 'body', 'new'), ['title', 'body'], before)).toEqual(['title', 'new', 'own']);
  });
});
