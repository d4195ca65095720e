import type { Core } from '@strapi/strapi';

/** Somebody who works in the admin. */
export interface NewUser {
  email: string;
  name: string;
  password: string;
  /** Code of a role: author, reviewer, signer, case-handler, site-administrator, auditor or strapi-super-admin. */
  role: string;
  /** Code of the agency they write for. */
  agencyCode?: string;
}

const AGENCY = 'api::agency.agency';

async function join(strapi: Core.Strapi, userId: number, agencyCode: string): Promise<void> {
  const rows = await strapi.db.query(AGENCY).findMany({ where: { code: agencyCode }, populate: { members: { select: ['id'] } } });
  if (rows.length === 0) throw new Error(`No agency has the code ${agencyCode}`);
  // Draft and published row, every language: membership is read from whichever is at hand.
  for (const row of rows) {
    if (row.members.some(({ id }: { id: number }) => id === userId)) continue;
    await strapi.db.query(AGENCY).update({ where: { id: row.id }, data: { members: { connect: [userId] } } });
  }
}

/**
 * Makes a user with a role and an agency, or answers the one who has the address already; their password stays.
 *
 * @throws {Error} When there is no role or no agency of that code.
 */
export async function ensureUser(strapi: Core.Strapi, user: NewUser): Promise<{ id: number; isNew: boolean }> {
  const email = user.email.toLowerCase();
  const role = await strapi.db.query('admin::role').findOne({ where: { code: user.role } });
  if (!role) throw new Error(`No role has the code ${user.role}`);

  const existing = await strapi.db.query('admin::user').findOne({ where: { email } });
  const { id } =
    existing ??
    (await strapi.service('admin::user')!.create({
      email,
      password: user.password,
      firstname: user.name,
      isActive: true,
      registrationToken: null,
      roles: [role.id],
      preferedLanguage: 'zh-Hans',
    }));
  if (user.agencyCode) await join(strapi, id, user.agencyCode);
  return { id, isNew: !existing };
}
