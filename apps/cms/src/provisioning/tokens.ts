import type { Core } from '@strapi/strapi';

interface Token {
  name: string;
  description: string;
  /** The plugins whose content-API actions the holder may call, and nothing else. */
  plugins: string[];
  key: string;
}

interface TokenRow {
  id: number;
  permissions: { id: number; action: string }[];
}

const TOKEN = 'admin::api-token';
const PERMISSION = 'admin::api-token-permission';

async function ensureRow(strapi: Core.Strapi, { name, description, key }: Token): Promise<TokenRow> {
  const accessKey = strapi.service('admin::api-token')!.hash(key) as string;
  const existing = await strapi.db.query(TOKEN).findOne({ where: { name }, populate: ['permissions'] });
  if (existing) {
    if (existing.accessKey !== accessKey) await strapi.db.query(TOKEN).update({ where: { id: existing.id }, data: { accessKey } });
    return existing;
  }
  return strapi.db.query(TOKEN).create({
    data: { kind: 'content-api', type: 'custom', name, description, accessKey, lifespan: null, expiresAt: null },
    populate: ['permissions'],
  });
}

/**
 * Keeps an API token with a key the installation chose. Strapi's own service draws its keys at random, so the row is
 * written here, with Strapi's hash of the key; the key itself is not stored.
 */
export async function ensureToken(strapi: Core.Strapi, token: Token): Promise<void> {
  const row = await ensureRow(strapi, token);
  const held = row.permissions ?? [];
  const all = strapi.contentAPI.permissions.providers.action.keys() as string[];
  const wanted = all.filter((action) => token.plugins.some((plugin) => action.startsWith(`${plugin}.`)));

  for (const action of wanted.filter((name) => !held.some((permission) => permission.action === name))) {
    await strapi.db.query(PERMISSION).create({ data: { action, token: row.id } });
  }
  for (const { id } of held.filter(({ action }) => !wanted.includes(action))) {
    await strapi.db.query(PERMISSION).delete({ where: { id } });
  }
}

/** Takes away the two tokens Strapi makes for a fresh installation: one of them may read and write everything. */
export async function removeExampleTokens(strapi: Core.Strapi): Promise<void> {
  await strapi.db.query(TOKEN).deleteMany({ where: { name: { $in: ['Read Only', 'Full Access'] }, lastUsedAt: null } });
}
