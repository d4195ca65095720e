import { describe, expect, test } from 'vitest';

import { OWN_AGENCY, PUBLISHED_TARGET, WITHIN_GRANTS } from './conditions.ts';
import type { Permission } from './permissions.ts';
import { tighten, wasGivenBefore } from './role-defaults.ts';

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
  test('knows what no earlier version gave', () => {
    expect(wasGivenBefore(permission('plugin::access.grants', null, []), 'site-administrator')).toBe(false);
    expect(wasGivenBefore(permission('read', 'api::article.article', [PUBLISHED_TARGET]), 'case-handler')).toBe(false);
    expect(wasGivenBefore(permission('read', 'api::article.article', [PUBLISHED_TARGET]), 'author')).toBe(true);
  });
});
