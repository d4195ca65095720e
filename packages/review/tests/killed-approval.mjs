// One process of the kill test: boots the CMS on a database that is there, makes one step, and may be killed in it.
// Usage: killed-approval.mjs prepare | tell <documentId> | approve <documentId> <signer> <write at which it is killed, 0 for none>
import { createRequire } from 'node:module';
import path from 'node:path';

const APP = path.resolve(import.meta.dirname, '../../../apps/cms');
const ARTICLE = 'api::article.article';
const { createStrapi } = createRequire(path.join(APP, 'package.json'))('@strapi/strapi');
const [, , step, ...given] = process.argv;

const strapi = await createStrapi({ appDir: APP, distDir: path.join(APP, 'dist'), serveAdminPanel: false }).load();
strapi.log.level = 'error';
const editions = strapi.plugin('review').service('editions');
const say = (answer) => process.stdout.write(`\n@@${JSON.stringify(answer)}\n`);

/** Everything an article needs, and the article with all approvals but the last. */
async function prepare() {
  const publish = async (uid, data) => {
    const { documentId } = await strapi.documents(uid).create({ data });
    await strapi.documents(uid).publish({ documentId });
    return documentId;
  };
  const site = await publish('api::site.site', { title: '望川市人民政府', shortName: '望川市', domain: 'www.example.gov.cn', siteCode: '9900000001', sponsor: '市政府' });
  const agency = await publish('api::agency.agency', { title: '住建局', code: 'zhujian', site });
  const column = await publish('api::column.column', { title: '要闻', slug: 'yaowen', site, kind: 'articles', columnType: 'news', updateClass: 'dynamic', description: '要闻', keywords: '要闻' });
  const people = [];
  for (const [index, role] of ['author', 'reviewer', 'reviewer', 'signer'].entries()) {
    const held = await strapi.db.query('admin::role').findOne({ where: { code: role } });
    const user = await strapi.service('admin::user').create({ email: `p${index}@wangchuan.example`, firstname: `甲${index}`, password: 'Lizhi-shucheng-2026!', isActive: true, registrationToken: null, roles: [held.id] });
    for (const { id } of await strapi.db.query('api::agency.agency').findMany({ where: { documentId: agency } }))
      await strapi.db.query('api::agency.agency').update({ where: { id }, data: { members: { connect: [user.id] } } });
    people.push(user.id);
  }
  const [author, first, second, signer] = people;
  const { documentId } = await strapi.documents(ARTICLE).create({ data: { title: '河堤步道开放', body: '<p>明天开放。</p>', column, agency, createdBy: author, updatedBy: author } });
  for (const [person, move] of [[author, 'submit'], [first, 'approve'], [second, 'approve']])
    await editions.perform({ uid: ARTICLE, documentId, locale: 'zh-Hans' }, { move }, person);
  say({ documentId, signer });
}

/** The last approval, which publishes. Every statement that writes is counted, the commit too. */
async function approve(documentId, signer, killAt) {
  let writes = 0;
  strapi.db.connection.on('query', ({ sql }) => {
    if (/^\s*(insert|update|delete|commit)/i.test(sql) && ++writes === killAt) process.kill(process.pid, 'SIGKILL');
  });
  await editions.perform({ uid: ARTICLE, documentId, locale: 'zh-Hans' }, { move: 'approve' }, signer);
  say({ writes });
}

/** How much there is of the publication in each place. */
async function tell(documentId) {
  const sql = strapi.db.connection;
  const count = async (query) => Number((await query.count({ count: '*' }).first()).count);
  const own = (table) => sql(table).where({ document_id: documentId });
  say({
    published: await count(own('articles').whereNotNull('published_at')),
    edition: await count(own('review_editions').where({ state: 'published' })),
    approvals: await count(sql('review_approvals').where({ stage: 2 })),
    versions: await count(own('review_versions').where({ cause: 'published' })),
    audit: await count(sql('access_audit').where({ subject_id: documentId, action: 'review.approve' }).where('after', 'like', '%published%')),
    changes: await count(own('feed_changes').where({ kind: 'upsert' })),
    addresses: await count(own('feed_addresses')),
    moves: await count(own('review_moves').where({ to_state: 'published' })),
  });
}

const [documentId, signer, killAt] = given;
await { prepare, tell: () => tell(documentId), approve: () => approve(documentId, Number(signer), Number(killAt)) }[step]();
process.exit(0);
