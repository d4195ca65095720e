import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { describeWeakPassword, type Owner } from './password-rules.ts';

interface UserService {
  create(user: Owner & { password?: string }): Promise<unknown>;
  createFirstAdmin(user: Owner & { password?: string }): Promise<unknown>;
  updateById(id: number, changes: Owner & { password?: string }): Promise<unknown>;
}

/** @throws {errors.ValidationError} With the reason, when a password is weak. */
export function refuseWeak(password: unknown, owner: Owner): void {
  const reason = typeof password === 'string' ? describeWeakPassword(password, owner) : undefined;
  if (reason) throw new errors.ValidationError(reason, { errors: [{ path: ['password'], message: reason, name: 'ValidationError' }] });
}

/**
 * Refuses weak passwords wherever one is set: invitation, profile, user administration, reset, environment. They all
 * pass through Strapi's service of users.
 */
export function guardPasswords(strapi: Core.Strapi): void {
  const users = strapi.service('admin::user') as unknown as UserService;
  const { create, createFirstAdmin, updateById } = users;
  users.create = async (user) => {
    refuseWeak(user.password, user);
    return create(user);
  };
  users.createFirstAdmin = async (user) => {
    refuseWeak(user.password, user);
    return createFirstAdmin(user);
  };
  users.updateById = async (id, changes) => {
    if (changes.password !== undefined) {
      const owner = await strapi.db.query('admin::user').findOne({ where: { id }, select: ['email', 'firstname', 'lastname'] });
      refuseWeak(changes.password, { ...owner, ...changes });
    }
    return updateById(id, changes);
  };
}
