import type { Core } from '@strapi/strapi';

interface LocaleService {
  findByCode(code: string): Promise<{ id: number; name: string } | null>;
  create(locale: { code: string; name: string }): Promise<unknown>;
  update(where: { id: number }, locale: { name: string }): Promise<unknown>;
}

const LOCALES = [
  { code: 'zh-Hans', name: '简体中文' },
  { code: 'en', name: '英文' },
];

/** Makes the languages content is written in. Strapi makes the default one itself (see src/environment.ts). */
export async function ensureLocales(strapi: Core.Strapi): Promise<void> {
  const service = strapi.plugin('i18n').service('locales') as unknown as LocaleService;
  for (const locale of LOCALES) {
    const existing = await service.findByCode(locale.code);
    if (!existing) await service.create(locale);
    else if (existing.name !== locale.name) await service.update({ id: existing.id }, { name: locale.name });
  }
}
