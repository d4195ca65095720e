// One process of the kill test: boots the CMS on a database that is there, does deeds, and may be killed in one.
// Usage: killed-deed.mjs <what an earlier process prepared, or nothing to prepare it> <[[deed, write at which it is killed; 0 for none, -1 to look only]…]>
import { createRequire } from 'node:module';
import path from 'node:path';

const APP = path.resolve(import.meta.dirname, '../../../apps/cms');
const ARTICLE = 'api::article.article';
const { createStrapi } = createRequire(path.join(APP, 'package.json'))('@strapi/strapi');
const [, , prepared, deeds] = process.argv;

const strapi = await createStrapi({ appDir: APP, distDir: path.join(APP, 'dist'), serveAdminPanel: false }).load();
strapi.log.level = 'error';
const editions = strapi.plugin('review').service('editions');
const say = (answer) => process.stdout.write(`\n@@${JSON.stringify(answer)}\n`);

/** What an article hangs on, people, and for each deed an article that lacks only that. */
async function prepare() {
  const place = await buildPlace();
  const people = await hirePeople(place.agency);
  const articles = {};
  for (const [deed, bring] of Object.entries(BRINGING)) articles[deed] = await bring(place, people);
  return { articles, signer: people.signer };
}

async function buildPlace() {
  const publish = async (uid, data) => {
    const { documentId } = await strapi.documents(uid).create({ data });
    await strapi.documents(uid).publish({ documentId });
    return documentId;
  };
  const site = await publish('api::site.site', { title: '望川市人民政府', shortName: '望川市', domain: 'www.example.gov.cn', siteCode: '9900000001', sponsor: '市政府' });
  const agency = await publish('api::agency.agency', { title: '住建局', code: 'zhujian', site });
  const column = await publish('api::column.column', { title: '要闻', slug: 'yaowen', site, kind: 'articles', columnType: 'news', updateClass: 'dynamic', description: '要闻', keywords: '要闻' });
  return { agency, column };
}

async function hirePeople(agency) {
  const people = {};
  for (const [name, role] of Object.entries({ author: 'author', first: 'reviewer', second: 'reviewer', signer: 'signer' })) {
    const held = await strapi.db.query('admin::role').findOne({ where: { code: role } });
    const user = await strapi.service('admin::user').create({ email: `${name}@wangchuan.example`, firstname: name, password: 'Lizhi-shucheng-2026!', isActive: true, registrationToken: null, roles: [held.id] });
    for (const { id } of await strapi.db.query('api::agency.agency').findMany({ where: { documentId: agency } }))
      await strapi.db.query('api::agency.agency').update({ where: { id }, data: { members: { connect: [user.id] } } });
    people[name] = user.id;
  }
  return people;
}

const keyOf = (documentId) => ({ uid: ARTICLE, documentId, locale: 'zh-Hans' });
const write = async ({ agency, column }, { author }) => {
  const { documentId } = await strapi.documents(ARTICLE).create({ data: { title: TITLE, body: '<p>明天开放。</p>', column, agency, createdBy: author, updatedBy: author } });
  return documentId;
};
const bringTo = (last, more = {}) => async (place, people) => {
  const documentId = await write(place, people);
  const way = [[people.author, 'submit', more], [people.first, 'approve'], [people.second, 'approve'], [people.signer, 'approve']];
  for (const [person, move, given = {}] of way.slice(0, last)) await editions.perform(keyOf(documentId), { move, ...given }, person);
  return documentId;
};

const TITLE = '河堤步道开放';
/** A whole minute of tomorrow. */
const TOMORROW = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 86_400_000);
const BRINGING = {
  approve: bringTo(3),
  due: bringTo(4, { at: TOMORROW.toISOString() }),
  withdraw: bringTo(4),
  save: bringTo(4),
};

const DEEDS = {
  approve: (documentId, signer) => editions.perform(keyOf(documentId), { move: 'approve' }, signer),
  withdraw: (documentId, signer) => editions.perform(keyOf(documentId), { move: 'withdraw', reason: '内容有误' }, signer),
  save: (documentId) => strapi.documents(ARTICLE).update({ documentId, data: { title: '河堤步道推迟开放' } }),
  async due() {
    // A day after the plan, as after a restart.
    editions.setClock(() => new Date(Date.now() + 2 * 86_400_000));
    await strapi.plugin('review').service('schedule').runDue();
  },
};

/** Says what there is of a deed, then does it, and says how many statements wrote, the commit too. */
async function attempt({ articles, signer }, deed, killAt) {
  const told = await tell(deed, articles[deed]);
  say({ told });
  if (killAt < 0 || Object.values(told).some((found) => found > 0)) return;
  let writes = 0;
  const count = ({ sql }) => {
    if (/^\s*(insert|update|delete|commit)/i.test(sql) && ++writes === killAt) process.kill(process.pid, 'SIGKILL');
  };
  strapi.db.connection.on('query', count);
  await DEEDS[deed](articles[deed], signer);
  strapi.db.connection.off('query', count);
  say({ writes });
}

const sql = strapi.db.connection;
const count = async (query) => Number((await query.count({ count: '*' }).first()).count);
const own = (documentId) => ({
  of: (table, where = {}) => count(sql(table).where({ document_id: documentId, ...where })),
  audit: (action) => count(sql('access_audit').where({ subject_id: documentId, action })),
  live: () => count(sql('articles').where({ document_id: documentId }).whereNotNull('published_at')),
});
const ofPublication = async ({ of, audit, live }, action) => ({
  document: await live(),
  edition: await of('review_editions', { state: 'published' }),
  versions: await of('review_versions', { cause: 'published' }),
  audit: await audit(action),
  changes: await of('feed_changes', { kind: 'upsert' }),
  addresses: await of('feed_addresses'),
  moves: await of('review_moves', { to_state: 'published' }),
  notices: await of('review_notices', { kind: 'published' }),
});
/** The places that must agree on a deed, and how much each has of it. */
const PLACES = {
  approve: async (mine, documentId) => ({
    ...(await ofPublication(mine, 'review.approve')),
    audit: await count(sql('access_audit').where({ subject_id: documentId, action: 'review.approve' }).where('after', 'like', '%published%')),
    approvals: await count(sql('review_approvals').where({ stage: 2 }).whereIn('edition', sql('review_editions').where({ document_id: documentId }).select('id'))),
  }),
  due: async (mine) => ({ ...(await ofPublication(mine, 'review.publish')), plans: await mine.of('review_schedule', { state: 'done' }) }),
  withdraw: async (mine) => ({
    document: 1 - (await mine.live()),
    withdrawals: await mine.of('review_withdrawals'),
    versions: await mine.of('review_versions', { cause: 'withdrawn' }),
    audit: await mine.audit('review.withdraw'),
    changes: await mine.of('feed_changes', { kind: 'gone' }),
    moves: await mine.of('review_moves', { move: 'withdraw' }),
    notices: await mine.of('review_notices', { kind: 'withdrawn' }),
  }),
  save: async (mine) => ({
    document: await mine.of('articles', { title: '河堤步道推迟开放' }),
    edition: await mine.of('review_editions', { state: 'drafting' }),
    versions: await mine.of('review_versions', { cause: 'saved' }) - 1,
    moves: await mine.of('review_moves', { move: 'open' }) - 1,
    audit: await mine.audit('review.open') - 1,
  }),
};
const tell = (deed, documentId) => PLACES[deed](own(documentId), documentId);

const undone = prepared ? JSON.parse(prepared) : await prepare();
say(undone);
for (const [deed, killAt] of JSON.parse(deeds)) await attempt(undone, deed, killAt);
process.exit(0);
