import { describe, expect, test } from 'vitest';

import { OWN_AGENCY } from '../conditions.ts';
import type { Area } from './areas.ts';
import { basisOf, keepAbilities } from './keep-abilities.ts';
import type { Scope } from './scopes.ts';

const USER = { id: 3, roles: [{ id: 1, code: 'author' }] };
const HELD = [{ id: 10, action: 'read', properties: { fields: ['title'] }, conditions: [OWN_AGENCY] }];
const scope = (memberships: string[], areas?: Area[]): Scope => ({ memberships, grantedAgencies: [], isPlaced: false, grantedAreas: () => areas });

describe('what rights follow from', () => {
  const basis = basisOf(USER, HELD, scope(['zjj']));

  test('is the same when nothing changed', () => {
    expect(basisOf(structuredClone(USER), structuredClone(HELD), scope(['zjj']))).toBe(basis);
  });

  test.each([
    ['another person', basisOf({ ...USER, id: 4 }, HELD, scope(['zjj']))],
    ['another role', basisOf({ ...USER, roles: [{ id: 2, code: 'author' }] }, HELD, scope(['zjj']))],
    ['a permission more', basisOf(USER, [...HELD, ...HELD], scope(['zjj']))],
    ['a field less', basisOf(USER, [{ ...HELD[0]!, properties: { fields: [] } }] as never, scope(['zjj']))],
    ['a condition less', basisOf(USER, [{ ...HELD[0]!, conditions: [] }], scope(['zjj']))],
    ['another agency', basisOf(USER, HELD, scope(['jtj']))],
    ['a grant', basisOf(USER, HELD, scope(['zjj'], [{ columns: ['news'] }]))],
    ['a column more below a granted one', basisOf(USER, HELD, scope(['zjj'], [{ columns: ['news', 'sport'] }]))],
  ])('is different with %s', (_what, other) => expect(other).not.toBe(basis));
});

describe('rights', () => {
  const worked = { count: 0 };
  const engine = { generateUserAbility: () => Promise.resolve({}), generateTokenAbility: () => Promise.resolve({ number: ++worked.count }) };
  let held: { conditions: string[] }[] = [{ conditions: [] }];
  let request: object | undefined = {};
  const none = { where: () => ({ orderBy: async () => [] }) };
  const strapi = {
    service: () => ({ engine, findUserPermissions: async () => held }),
    requestContext: { get: () => request },
    db: { query: () => ({ findMany: async () => [] }), inTransaction: () => false, connection: () => none },
  };
  keepAbilities(strapi as never);
  const ask = () => (engine.generateUserAbility as unknown as (user: object) => Promise<{ number: number }>)(USER);

  test('are worked out once, and anew when something changed', async () => {
    const first = await ask();
    request = {};
    expect(await ask()).toBe(first);
    held = [{ conditions: [OWN_AGENCY] }];
    expect(await ask()).not.toBe(first);
  });

  test('are worked out each time where a condition asks for something else, and outside of requests', async () => {
    held = [{ conditions: ['plugin::other.by-daylight'] }];
    expect(await ask()).not.toBe(await ask());
    held = [{ conditions: [] }];
    request = undefined;
    expect(await ask()).not.toBe(await ask());
  });
});
