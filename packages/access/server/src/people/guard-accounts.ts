import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { findWriter } from '../writer.ts';

interface Change {
  roles?: (number | string)[];
}
interface UserService {
  create(user: Change): Promise<unknown>;
  updateById(id: number | string, changes: Change): Promise<unknown>;
  deleteById(id: number | string): Promise<unknown>;
  deleteByIds(ids: (number | string)[]): Promise<unknown>;
}

const SUPER_ADMIN = 'strapi-super-admin';

/**
 * Keeps whoever manages accounts from making themselves more than they are. Strapi lets everybody with the right to
 * change accounts give any role, and set the password of anybody.
 *
 * @throws {errors.ApplicationError} When somebody else than a super administrator touches such an account or role.
 */
export function guardAccounts(strapi: Core.Strapi): void {
  const users = strapi.service('admin::user') as unknown as UserService;
  const { create, updateById, deleteById, deleteByIds } = users;

  const holdsAll = async (id: number | string) => (await strapi.db.query('admin::user').count({ where: { id: Number(id), roles: { code: SUPER_ADMIN } } })) > 0;
  const refuse = async (targets: readonly (number | string)[], { roles = [] }: Change): Promise<void> => {
    const writer = findWriter(strapi);
    if (!writer || (await holdsAll(writer.id))) return;
    const others = targets.filter((id) => Number(id) !== writer.id);
    for (const id of others) if (await holdsAll(id)) throw new errors.ApplicationError('只有超级管理员可以修改或删除超级管理员的账号。');
    const given = roles.length === 0 ? 0 : await strapi.db.query('admin::role').count({ where: { id: { $in: roles.map(Number) }, code: SUPER_ADMIN } });
    if (given > 0) throw new errors.ApplicationError('只有超级管理员可以让别人成为超级管理员。');
  };

  users.create = async (user) => {
    await refuse([], user);
    return create(user);
  };
  users.updateById = async (id, changes) => {
    await refuse([id], changes);
    return updateById(id, changes);
  };
  users.deleteById = async (id) => {
    await refuse([id], {});
    return deleteById(id);
  };
  users.deleteByIds = async (ids) => {
    await refuse(ids, {});
    return deleteByIds(ids);
  };
}
