import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { bootCms, type RunningCms } from './boot';

const PERMISSION = 'admin::permission';
const READ = 'plugin::content-manager.explorer.read';
const OWN_AGENCY = 'plugin::access.own-agency';
const WITHIN_GRANTS = 'plugin::access.within-grants';

let cms: RunningCms;
beforeAll(async () => {
  cms = await bootCms();
});
afterAll(() => cms?.stop());

const listOf = (role: string, where: object = {}) => cms.strapi.db.query(PERMISSION).findMany({ where: { role: { code: role }, ...where } });
const drop = async (role: string, action: string) => {
  for (const { id } of await listOf(role, { action })) await cms.strapi.db.query(PERMISSION).delete({ where: { id } });
};
const upgrade = () => cms.strapi.plugin('access').service('roles')!.ensure();
/** Brings a role back to what the version before this one gave it. */
async function makeOld(role: string): Promise<void> {
  await cms.strapi.db.connection('access_role_defaults').where({ role }).delete();
  for (const { id, action, conditions } of await listOf(role)) {
    if (/^plugin::(access|review)\./.test(action) || (role === 'case-handler' && conditions.includes('plugin::access.published-target'))) await cms.strapi.db.query(PERMISSION).delete({ where: { id } });
    else if (conditions.includes(WITHIN_GRANTS) || action === 'plugin::upload.read' || role === 'case-handler') await cms.strapi.db.query(PERMISSION).update({ where: { id }, data: { conditions: [] } });
  }
}

describe('a version that knew less', () => {
  const ROLES = ['author', 'reviewer', 'signer', 'case-handler', 'site-administrator', 'auditor'];
  const SURVEY = 'api::survey.survey';
  const ARTICLE = 'api::article.article';
  const all = async () => Object.fromEntries(await Promise.all(ROLES.map(async (role) => [role, (await listOf(role)).map(plain).sort()] as const)));
  const withoutField = async (role: string, field: string) => {
    for (const { id, properties } of await listOf(role, { subject: ARTICLE })) {
      if (properties.fields) await cms.strapi.db.query(PERMISSION).update({ where: { id }, data: { properties: { ...properties, fields: properties.fields.filter((name: string) => name !== field) } } });
    }
  };
  const fieldsOf = async (role: string) => (await listOf(role, { subject: ARTICLE, action: READ })).flatMap(({ properties }) => properties.fields);

  test.each([
    ['with a list of what it gave', () => cms.strapi.db.connection('access_role_defaults').where('permission', 'like', `%${SURVEY}%`).delete()],
    ['without one', () => cms.strapi.db.connection('access_role_defaults').delete()],
  ])('%s: its roles receive new types and new fields', async (_how, forget) => {
    const before = await all();
    for (const role of ROLES) {
      for (const { id } of await listOf(role, { subject: SURVEY })) await cms.strapi.db.query(PERMISSION).delete({ where: { id } });
      await withoutField(role, 'changeNotes');
    }
    const noted = (await cms.strapi.db.connection('access_role_defaults').whereNotNull('fields').select('id', 'fields')) as { id: number; fields: string }[];
    for (const { id, fields } of noted) await cms.strapi.db.connection('access_role_defaults').where({ id }).update({ fields: JSON.stringify(JSON.parse(fields).filter((name: string) => name !== 'changeNotes')) });
    await forget();
    await upgrade();
    expect(await all()).toEqual(before);
  });

  test('a field that was taken away does not come back at the next start', async () => {
    expect(await fieldsOf('author')).toContain('changeNotes');
    await withoutField('author', 'changeNotes');
    await upgrade();
    expect(await fieldsOf('author')).not.toContain('changeNotes');
  });
});

test('a role of an earlier version receives what is new, and is limited where it was open to all agencies', async () => {
  const before = Object.fromEntries(await Promise.all(['site-administrator', 'case-handler', 'author'].map(async (role) => [role, (await listOf(role)).map(plain).sort()])));
  for (const role of Object.keys(before)) await makeOld(role);
  await upgrade();
  for (const [role, list] of Object.entries(before)) expect((await listOf(role)).map(plain).sort()).toEqual(list);
});

test('what an operator changed stays as it is', async () => {
  await makeOld('author');
  const [extra] = await listOf('author', { action: READ, subject: 'api::faq.faq' });
  await cms.strapi.db.query(PERMISSION).update({ where: { id: extra!.id }, data: { properties: { fields: ['title'], locales: ['zh-Hans'] } } });
  await drop('author', 'plugin::content-manager.explorer.delete');
  const [role] = await cms.strapi.db.query('admin::role').findMany({ where: { code: 'author' } });
  await cms.strapi.db.query(PERMISSION).create({ data: { action: 'admin::users.read', subject: null, properties: {}, conditions: [], actionParameters: {}, role: role!.id } });

  await upgrade();
  const after = await listOf('author');
  expect(after.find(({ id }) => id === extra!.id)?.properties.fields).toEqual(['title']);
  expect(after.filter(({ action }) => action === 'plugin::content-manager.explorer.delete')).toEqual([]);
  expect(after.filter(({ action }) => action === 'admin::users.read')).toMatchObject([{ conditions: [] }]);
  expect(after.find(({ action }) => action === 'plugin::upload.read')).toMatchObject({ conditions: [OWN_AGENCY] });
});

test('a permission that was taken away does not come back at the next start', async () => {
  await drop('site-administrator', 'plugin::access.grants');
  await upgrade();
  expect(await listOf('site-administrator', { action: 'plugin::access.grants' })).toEqual([]);
});

const plain = ({ action, subject, conditions, properties }: { action: string; subject: string | null; conditions: string[]; properties: object }) => JSON.stringify([action, subject, conditions, properties]);
