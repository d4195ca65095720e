import type { Core } from '@strapi/strapi';

import { inviteFirstAdministrator, makeFirstAdministrator } from './first-administrator';
import { ensureLocales } from './locales';
import { ensureToken, removeExampleTokens } from './tokens';
import { warnOfExposure } from './warn-of-exposure';

interface Given {
  HOST: string;
  TRUST_PROXY: boolean;
  DATA_DIR: string;
  DEMO: boolean;
  FEED_TOKEN?: string | undefined;
  GATEWAY_TOKEN?: string | undefined;
  ADMIN_EMAIL?: string | undefined;
  ADMIN_PASSWORD?: string | undefined;
}

/** Brings a fresh installation to the state the other programs count on. Doing it again changes nothing. */
export async function provision(strapi: Core.Strapi, given: Given): Promise<void> {
  await ensureLocales(strapi);
  await removeExampleTokens(strapi);
  if (given.FEED_TOKEN) {
    await ensureToken(strapi, { name: '门户发布程序', description: '读取已发布内容', plugins: ['plugin::feed'], key: given.FEED_TOKEN });
  }
  if (given.GATEWAY_TOKEN) {
    await ensureToken(strapi, { name: '门户网关', description: '登记和查询来信，打开预览，统计搜索词', plugins: ['plugin::cases', 'plugin::review', 'plugin::queries'], key: given.GATEWAY_TOKEN });
  }
  if (given.ADMIN_EMAIL && given.ADMIN_PASSWORD) {
    await makeFirstAdministrator(strapi, { email: given.ADMIN_EMAIL, password: given.ADMIN_PASSWORD });
  }
  // The demo city brings its own accounts.
  if (!given.DEMO) await inviteFirstAdministrator(strapi, given.DATA_DIR, given.ADMIN_EMAIL);
  await warnOfExposure(strapi, given);
}
