import type { Core } from '@strapi/strapi';

import { OWN_AGENCY, PUBLISHED_TARGET, WITHIN_GRANTS } from './conditions.ts';
import type { Permission } from './permissions.ts';
import type { RoleCode } from './roles.ts';

const TABLE = 'access_role_defaults';
const PERMISSION = 'admin::permission';
/** What came with the table itself; everything else had been given to roles before. */
const CAME_WITH_IT = /^plugin::(access|review)\./;

/** A permission as it is stored. */
type Stored = Permission & { id: number };
type Known = Pick<Permission, 'action' | 'subject' | 'conditions' | 'properties'>;

/** Makes the table of what each role has been given, so that what an operator took away stays away. */
export async function migrateRoleDefaults(strapi: Core.Strapi): Promise<void> {
  const schema = () => strapi.db.connection.schema;
  if (!(await schema().hasTable(TABLE))) {
    await schema().createTable(TABLE, (table) => {
      table.increments('id');
      table.string('role', 80).notNullable();
      table.string('permission', 400).notNullable();
      table.unique(['role', 'permission'], { indexName: 'access_role_defaults_idx' });
    });
  }
  if (!(await schema().hasColumn(TABLE, 'fields'))) await schema().alterTable(TABLE, (table) => void table.text('fields'));
}

const keyOf = ({ action, subject, conditions }: Known) => [action, subject ?? '', ...[...conditions].sort()].join('|');
const fieldsOf = ({ properties }: Known) => properties.fields;

/** Fields a role has been given, by permission; `undefined` where nobody noted them. */
type Given = Map<string, string[] | undefined>;

async function listGiven(strapi: Core.Strapi, role: RoleCode): Promise<Given> {
  const rows = (await strapi.db.connection(TABLE).where({ role }).select('permission', 'fields')) as { permission: string; fields: string | null }[];
  return new Map(rows.map(({ permission, fields }) => [permission, fields === null ? undefined : (JSON.parse(fields) as string[])]));
}

/** Notes what a role has been given now, with what it was given before. */
export async function noteDefaults(strapi: Core.Strapi, role: RoleCode, given: readonly Permission[]): Promise<void> {
  const noted = await listGiven(strapi, role);
  const rows = new Map<string, { role: string; permission: string; fields: string | null }>();
  for (const permission of given) {
    const [key, fields] = [keyOf(permission), fieldsOf(permission)];
    const all = fields && [...new Set([...(noted.get(key) ?? []), ...fields])];
    if (noted.has(key) && (noted.get(key)?.length ?? 0) === (all?.length ?? 0)) continue;
    rows.set(key, { role, permission: key, fields: all ? JSON.stringify(all) : null });
  }
  const list = [...rows.values()];
  for (let from = 0; from < list.length; from += 200) {
    await strapi.db.connection(TABLE).insert(list.slice(from, from + 200)).onConflict(['role', 'permission']).merge(['fields']);
  }
}

/** What an installation knew before this version: what its roles may do, and with which fields. */
export interface Before {
  knows(permission: Known): boolean;
  fields(subject: string | null): ReadonlySet<string>;
}

/** Reads it from all permissions that roles hold. What nobody was given is new here. */
export function readBefore(held: readonly Known[]): Before {
  const actions = new Set(held.map(({ action, subject }) => `${action}|${subject ?? ''}`));
  const fields = new Map<string, Set<string>>();
  for (const permission of held) {
    const known = fields.get(permission.subject ?? '') ?? new Set();
    for (const field of fieldsOf(permission) ?? []) known.add(field);
    fields.set(permission.subject ?? '', known);
  }
  return { knows: ({ action, subject }) => actions.has(`${action}|${subject ?? ''}`), fields: (subject) => fields.get(subject ?? '') ?? new Set() };
}

/** What all roles hold, before any of them is brought up to date. */
export async function loadBefore(strapi: Core.Strapi, roles: readonly string[]): Promise<Before> {
  return readBefore((await strapi.db.query(PERMISSION).findMany({ where: { role: { code: { $in: [...roles] } } } })) as Stored[]);
}

/**
 * The conditions a permission of an earlier version gets, where it is as it was shipped: without any. What it opened
 * to all agencies is limited to the own one, or to what grants say.
 */
export function tighten({ action, subject, conditions }: Permission, wanted: readonly Permission[]): string[] | undefined {
  if (conditions.length > 0) return undefined;
  const same = wanted.filter((permission) => permission.action === action && permission.subject === subject);
  const limits = [OWN_AGENCY, WITHIN_GRANTS];
  // Where this version gives the right without a limit, it stays without.
  if (same.some((permission) => permission.conditions.length === 0)) return undefined;
  return same.map((permission) => permission.conditions).find((list) => list.some((condition) => limits.includes(condition)));
}

/** What a version without the table gave to a role. */
export const wasGivenBefore = (permission: Permission, role: RoleCode, before: Before) =>
  before.knows(permission) && !CAME_WITH_IT.test(permission.action) && !(role === 'case-handler' && permission.conditions.includes(PUBLISHED_TARGET));

async function tightenAll(strapi: Core.Strapi, stored: readonly Stored[], wanted: readonly Permission[]): Promise<void> {
  for (const permission of stored) {
    const conditions = tighten(permission, wanted);
    if (conditions) await strapi.db.query(PERMISSION).update({ where: { id: permission.id }, data: { conditions } });
  }
}

/** The fields of a permission with those that are new, in the order of this version; `undefined` when none are. */
export function widen(held: Known, wanted: Known, given: readonly string[] | undefined, before: Before): string[] | undefined {
  const [fields, all] = [fieldsOf(held), fieldsOf(wanted)];
  if (!fields || !all) return undefined;
  const known = new Set(given ?? before.fields(wanted.subject));
  const added = all.filter((field) => !known.has(field) && !fields.includes(field));
  if (added.length === 0) return undefined;
  const isHeld = new Set([...fields, ...added]);
  return [...all.filter((field) => isHeld.has(field)), ...fields.filter((field) => !all.includes(field))];
}

async function widenAll(strapi: Core.Strapi, stored: readonly Stored[], wanted: readonly Permission[], given: Given, before: Before): Promise<void> {
  const byKey = new Map(wanted.map((permission) => [keyOf(permission), permission]));
  for (const permission of stored) {
    const key = keyOf(permission);
    const fields = byKey.has(key) && widen(permission, byKey.get(key)!, given.get(key), before);
    if (fields) await strapi.db.query(PERMISSION).update({ where: { id: permission.id }, data: { properties: { ...permission.properties, fields } } });
  }
}

/**
 * Brings a role of an existing installation up to date: it receives the permissions that are new, and the new fields of
 * those it holds, each once, ever. A permission or a field that an operator took away does not come back, and one that
 * was added or changed stays as it is.
 */
export async function upgradeRole(strapi: Core.Strapi, { id, code }: { id: number; code: RoleCode }, wanted: readonly Permission[], before: Before): Promise<void> {
  const given = await listGiven(strapi, code);
  const load = async () => (await strapi.db.query(PERMISSION).findMany({ where: { role: { id } } })) as Stored[];
  if (given.size === 0) {
    await tightenAll(strapi, await load(), wanted);
    for (const permission of wanted) if (wasGivenBefore(permission, code, before)) given.set(keyOf(permission), undefined);
  }
  const stored = await load();
  await widenAll(strapi, stored, wanted, given, before);
  const held = new Set(stored.map(keyOf));
  const missing = wanted.filter((permission) => !given.has(keyOf(permission)) && !held.has(keyOf(permission)));
  for (const permission of missing) await strapi.db.query(PERMISSION).create({ data: { ...permission, actionParameters: {}, role: id } });
  await noteDefaults(strapi, code, wanted);
}
