import { describe, expect, test } from 'vitest';

import { OWN_AGENCY, PUBLISHED_TARGET, WITHIN_GRANTS } from './conditions.ts';
import { type GovernedType, listPermissions } from './permissions.ts';
import { ROLE_CODES, type RoleCode } from './roles.ts';

const field = { pluginOptions: { editor: {} } };
const types: GovernedType[] = [
  { uid: 'api::article.article', pluginOptions: { i18n: { localized: true } }, attributes: { title: field, agency: field, path: { pluginOptions: { editor: { readOnly: true } } } } },
  { uid: 'api::agency.agency', attributes: { title: field, members: field, path: field } },
];
const verbs = ['create', 'read', 'update', 'delete', 'publish'].map((verb) => `plugin::content-manager.explorer.${verb}`);
const actions = [
  ...verbs,
  'plugin::upload.read',
  'plugin::upload.assets.update',
  'admin::users.create',
  'admin::roles.read',
  'plugin::cases.read',
  'plugin::cases.handle',
  'plugin::cases.approve',
  'plugin::cases.assign',
  'plugin::cases.opinion-read',
  'plugin::cases.opinion-handle',
  'plugin::cases.survey-read',
  'plugin::feed.read',
];
const list = (role: RoleCode) => listPermissions(role, { types, actions });
const cases = (role: RoleCode) => list(role).flatMap(({ action }) => (action.startsWith('plugin::cases.') ? [action.slice('plugin::cases.'.length)] : []));

describe('listPermissions', () => {
  test.each(['author', 'reviewer', 'signer'] as const)('binds whatever a %s does with documents to the own agency', (role) => {
    const free = list(role).filter(({ subject, conditions }) => subject === 'api::article.article' && conditions.length === 0);
    expect(free).toEqual([]);
  });

  test('opens title and path of what others have published, and no more', () => {
    const target = list('author').find(({ conditions }) => conditions.includes(PUBLISHED_TARGET));
    expect(target).toMatchObject({ action: verbs[1], properties: { fields: ['title', 'path'] } });
  });

  test('lets nobody change what the schema keeps to itself', () => {
    for (const role of ROLE_CODES) {
      const writing = list(role).filter(({ action }) => action === verbs[2]);
      for (const { subject, properties } of writing) {
        if (subject === 'api::article.article') expect(properties.fields).not.toContain('path');
      }
    }
  });

  test('hides the members of agencies from those who only write', () => {
    const reading = list('author').find(({ subject }) => subject === 'api::agency.agency');
    expect(reading?.properties.fields).toEqual(['title', 'path']);
  });

  test('gives an auditor nothing but reading', () => {
    for (const { action } of list('auditor')) expect(action).toMatch(/read$/);
  });

  test('gives each job with cases its own rights', () => {
    const takingPart = ['opinion-read', 'opinion-handle', 'survey-read'];
    expect(cases('author')).toEqual(takingPart);
    expect(cases('reviewer')).toEqual([...takingPart, 'read', 'approve']);
    expect(cases('case-handler')).toEqual(['read', 'handle', ...takingPart]);
    expect(cases('site-administrator')).toEqual(['read', 'handle', 'approve', 'assign', ...takingPart]);
    expect(cases('auditor')).toEqual(['read', 'opinion-read', 'survey-read']);
  });

  test('asks for no action that is not installed', () => {
    for (const role of ROLE_CODES) for (const { action } of list(role)) expect(actions).toContain(action);
  });

  test('lets a site administrator and an auditor do with every document what they do, unless grants limit them', () => {
    for (const role of ['site-administrator', 'auditor'] as const) {
      const ofDocuments = list(role).filter(({ subject }) => subject !== null);
      for (const { conditions } of ofDocuments) expect(conditions).toEqual([WITHIN_GRANTS]);
    }
    expect(list('author').flatMap(({ conditions }) => conditions)).toContain(OWN_AGENCY);
  });

  test('shows a handler of letters the documents of their agency only', () => {
    const reading = list('case-handler').filter(({ subject }) => subject === 'api::article.article');
    expect(reading.map(({ conditions }) => conditions)).toEqual([[OWN_AGENCY], [PUBLISHED_TARGET]]);
  });

  test('shows nobody the files of all agencies without condition', () => {
    for (const role of ROLE_CODES) {
      for (const { action, conditions } of list(role)) if (action === 'plugin::upload.read') expect(conditions).not.toEqual([]);
    }
  });
});
