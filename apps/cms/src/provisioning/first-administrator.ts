import type { Core } from '@strapi/strapi';

/** Makes the first administrator when nobody has an account yet; later the environment is no longer asked. */
export async function makeFirstAdministrator(strapi: Core.Strapi, who: { email: string; password: string }): Promise<void> {
  if ((await strapi.service('admin::user')!.count()) > 0) return;
  const superAdmin = await strapi.service('admin::role')!.getSuperAdmin();
  await strapi.service('admin::user')!.create({
    email: who.email.toLowerCase(),
    password: who.password,
    firstname: '管理员',
    isActive: true,
    registrationToken: null,
    roles: [superAdmin.id],
    preferedLanguage: 'zh-Hans',
  });
}
