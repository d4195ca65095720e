import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { RESERVED_SEGMENTS } from '../import/old-site/check-redirect';
import { bringingWords, checkRule, type RuleDraft, type RuleFacts } from './check-rule';

const RULE = 'api::search-rule.search-rule';
/** A rule and the site it is for: each site has addresses of its own. */
type PlacedRule = RuleDraft & { site: { documentId: string } | null };

const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/**
 * Lets no rule of searching be published that would do nothing or too much.
 *
 * @throws {errors.ValidationError} Naming every field that is wrong and what to do about it.
 */
export function guardRules(strapi: Core.Strapi, now: () => Date = () => new Date()): void {
  strapi.documents.use(async (context, next) => {
    const { documentId } = context.params as { documentId?: string };
    if (context.uid !== RULE || context.action !== 'publish' || !documentId) return next();
    const draft = (await strapi.db.query(RULE as never).findOne({ where: { documentId, publishedAt: null }, populate: { site: true } })) as PlacedRule | null;
    const problems = draft ? checkRule(draft, await gatherFacts(strapi, draft, today.format(now()))) : [];
    if (problems.length) {
      const details = { errors: problems.map(({ field, message }) => ({ path: [field], message, name: 'ValidationError' })) };
      throw new errors.ValidationError(problems.map(({ message }) => message).join(''), details);
    }
    return next();
  });
}

async function gatherFacts(strapi: Core.Strapi, rule: PlacedRule, day: string): Promise<RuleFacts> {
  return { today: day, target: await findTarget(strapi, rule.target ?? '', rule.site?.documentId ?? ''), shares: await countTitles(strapi, bringingWords(rule)) };
}

async function findTarget(strapi: Core.Strapi, target: string, site: string): Promise<RuleFacts['target']> {
  if (target.startsWith('https://')) return 'outside';
  const [, segment = '', code = ''] = target.split('/');
  if (target === '/' || RESERVED_SEGMENTS.includes(segment)) return 'platform';
  if (!target) return 'nothing';
  // On the connection of the publication around it: SQLite has but one.
  const row = (await strapi.db.transaction(({ trx }) => trx('feed_addresses').where({ path: target }).whereIn('site', [site, '']).orderBy('site', 'desc').first('state'))) as { state: string } | undefined;
  if (row) return row.state === 'live' ? 'document' : 'gone';
  const isPublished = (uid: string, where: object) => strapi.db.query(uid as never).count({ where: { ...where, site: { documentId: site }, publishedAt: { $notNull: true } } } as never);
  const found = (await isPublished('api::column.column', { path: target })) || (segment === 'jigou' && (await isPublished('api::agency.agency', { code })));
  return found ? 'document' : 'nothing';
}

/** In how many of the titles that are published each word stands, as a part of all. */
async function countTitles(strapi: Core.Strapi, words: readonly string[]): Promise<Map<string, number>> {
  if (!words.length) return new Map();
  const types = (Object.values(strapi.contentTypes) as unknown as { uid: string; attributes: object; pluginOptions?: { portal?: { template?: string } } }[]).filter(
    ({ attributes, pluginOptions }) => pluginOptions?.portal?.template && 'title' in attributes,
  );
  const count = async (where: object) => {
    let sum = 0;
    for (const { uid } of types) sum += await strapi.db.query(uid as never).count({ where: { ...where, publishedAt: { $notNull: true } } } as never);
    return sum;
  };
  const all = await count({});
  const shares = new Map<string, number>();
  for (const word of words) shares.set(word, all ? (await count({ title: { $contains: word } })) / all : 0);
  return shares;
}
