// A second process of an installation: writes rows into its audit, as an import beside the running CMS does.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
const appDir = resolve(import.meta.dirname, '..');
const strapi = await createStrapi({ appDir, distDir: join(appDir, 'dist') }).load();
const audit = strapi.plugin('access').service('audit');
process.stdout.write('ready\n');
for (let index = 0; index < Number(process.argv[2]); index++) await audit.record({ action: 'test.second', note: String(index) });
await strapi.destroy();
process.exit(0);
