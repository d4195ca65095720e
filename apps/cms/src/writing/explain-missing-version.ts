import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

const STRAPI_SAYS = /^Document with id "([^"]+)", locale "([^"]+)" not found$/;
const LANGUAGES: Record<string, string> = { en: '英文', 'zh-Hans': '中文' };

interface Relation {
  type: string;
  target?: string;
  pluginOptions?: { editor?: { label?: string } };
}

/**
 * Says what Strapi says in English and without the field: that a document of one language points to another that has no
 * version in it, as an English article does whose agency is written in Chinese only.
 *
 * @throws {errors.ValidationError} Naming the field, what was chosen, and the remedy.
 */
export function explainMissingVersion(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    try {
      return await next();
    } catch (error) {
      const [, documentId, locale] = STRAPI_SAYS.exec((error as Error).message) ?? [];
      if (!documentId || !locale) throw error;
      const { data } = context.params as { data?: Record<string, unknown> };
      throw await explain(strapi, { attributes: context.contentType.attributes as never, data: data ?? {}, documentId, locale });
    }
  });
}

interface Missing {
  attributes: Record<string, Relation>;
  data: Record<string, unknown>;
  documentId: string;
  locale: string;
}

async function explain(strapi: Core.Strapi, { attributes, data, documentId, locale }: Missing): Promise<Error> {
  const language = LANGUAGES[locale] ?? locale;
  const name = Object.keys(data).find((key) => attributes[key]?.target && JSON.stringify(data[key])?.includes(documentId));
  if (!name) return new errors.ValidationError(`选中的内容还没有${language}版。请先写好它的${language}版，或者不选它。`);
  const { target, pluginOptions } = attributes[name]!;
  const chosen = await strapi.db.query(target as never).findOne({ where: { documentId }, select: ['title'] } as never);
  const title = (chosen as { title?: string } | null)?.title ?? '选中的内容';
  const message = `“${pluginOptions?.editor?.label ?? name}”里的“${title}”还没有${language}版。请先写好它的${language}版，或者不选它。`;
  return new errors.ValidationError(message, { errors: [{ path: [name], message, name: 'ValidationError' }] });
}
