import type { Core } from '@strapi/strapi';

interface Given {
  HOST: string;
  TRUST_PROXY: boolean;
}

/** Warns the operator of what is open wider than it should be. */
export async function warnOfExposure(strapi: Core.Strapi, { HOST, TRUST_PROXY }: Given): Promise<void> {
  const isLocal = HOST === 'localhost' || HOST === '::1' || HOST.startsWith('127.');
  if (!isLocal && !TRUST_PROXY) strapi.log.warn(`后台监听在 ${HOST}，密码会不加密地经过网络。请在前面放一个 https 反向代理，把 HOST 改回 127.0.0.1 并设 TRUST_PROXY=true`);
  const wide = await strapi.db.query('admin::api-token').findMany({ where: { type: { $in: ['full-access', 'read-only'] } }, select: ['name'] });
  if (wide.length > 0) strapi.log.warn(`有 ${wide.length} 个 API 令牌能读写全部内容：${wide.map(({ name }) => name).join('、')}。平台自己不用这样的令牌，请在“设置”里删掉或改成只给需要的权限`);
}
