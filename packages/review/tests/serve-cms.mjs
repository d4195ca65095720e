// A CMS in a process of its own, for tests that kill it: does what its parent says, until it is killed.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const APP = fileURLToPath(new URL('../../../apps/cms', import.meta.url));
const { createStrapi } = createRequire(`${APP}/package.json`)('@strapi/strapi');
const strapi = await createStrapi({ appDir: APP, distDir: `${APP}/dist`, serveAdminPanel: false }).load();
strapi.log.level = 'error';
strapi.server.mount();
await new Promise((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', resolve));

const deliveries = () => strapi.db.connection('review_deliveries');
const acts = {
  /** Makes people who sleep at no hour. */
  async people({ count }) {
    const ids = [];
    for (let number = 0; number < count; number++) {
      const user = await strapi.db.query('admin::user').create({ data: { firstname: `员${number}`, email: `staff${number}@wangchuan.example`, isActive: true } });
      await strapi.db.connection('review_notice_choices').insert({ user_id: user.id, choices: JSON.stringify({ silence: null }) });
      ids.push(user.id);
    }
    return ids;
  },
  tell: ({ user, title }) =>
    strapi.plugin('review').service('notices').tell({ kind: 'waiting', to: [user], document: { uid: 'api::article.article', documentId: 'a', title } }),
  /** As if the time of every claim had run out that another process holds. */
  expire: () => deliveries().whereNotNull('claimed_until').where('state', 'waiting').update({ claimed_until: '2020-01-01T00:00:00.000Z' }),
  states: () => deliveries().select('id', 'state', 'attempts'),
};

process.on('message', ({ id, act, ...of }) => {
  acts[act](of).then(
    (value) => process.send({ id, value }),
    (error) => process.send({ id, error: String(error) }),
  );
});
process.send({ id: 0 });
