// Starts the CMS on an empty database as the environment says, and ends: what is left is an installation after its first start.
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';

import { at } from '../steps/paths.mjs';

const APP = at('apps/cms');
const { createStrapi } = createRequire(`${APP}/package.json`)('@strapi/strapi');
const strapi = await createStrapi({ appDir: APP, distDir: `${APP}/dist`, serveAdminPanel: false }).load();
// Each test invites, or makes, its own first administrator.
await strapi.db.query('admin::user').deleteMany({});
rmSync(`${process.env.DATA_DIR}/secrets/first-administrator.txt`, { force: true });
await strapi.destroy();
process.exit(0);
