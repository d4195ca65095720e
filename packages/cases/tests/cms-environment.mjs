import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import { TEST_SECRETS } from '../../../scripts/first-start/secrets.mjs';

const APP = fileURLToPath(new URL('../../../apps/cms', import.meta.url));
const secret = () => randomBytes(24).toString('base64');

/** What the CMS needs in its environment. */
export function cmsEnvironment(dataDir) {
  return {
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    SECOND_FACTOR: 'off',
    PORT: '0',
    DATA_DIR: dataDir,
    ...TEST_SECRETS,
    // Not what these tests are about.
    REVIEW: 'off',
    FEED_TOKEN: secret(),
    GATEWAY_TOKEN: secret(),
    NUDGE_SECRET: secret(),
    WEBHOOK_TOKEN: secret(),
  };
}

/**
 * Boots the CMS in this process, from apps/cms/dist, and answers it with its address. Vitest would pick Strapi's ESM
 * build, which Node cannot load: hence the require.
 */
export async function bootCms(environment) {
  Object.assign(process.env, environment);
  const { createStrapi } = createRequire(`${APP}/package.json`)('@strapi/strapi');
  const strapi = await createStrapi({ appDir: APP, distDir: `${APP}/dist` }).load();
  strapi.log.level = environment.LOG_LEVEL ?? 'warn';
  await strapi.server.mount();
  const { httpServer } = strapi.server;
  await new Promise((resolve) => httpServer.listen(Number(environment.PORT), '127.0.0.1', resolve));
  return { strapi, url: `http://127.0.0.1:${httpServer.address().port}`, root: dirname(dirname(APP)) };
}
