// Measures the importer on plain rows: budget 300 documents a second. Usage: tsx apps/cms/bench/import.ts [rows]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROWS = Number(process.argv[2] ?? 3000);
const require = createRequire(import.meta.url);
const appDir = path.resolve(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(tmpdir(), 'import-bench-'));
const secret = 'only-for-this-measurement';
Object.assign(process.env, {
  NODE_ENV: 'production',
  DATA_DIR: folder,
  ...Object.fromEntries(['APP_KEYS', 'API_TOKEN_SALT', 'ADMIN_JWT_SECRET', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY'].map((name) => [name, secret])),
  CASE_KEY: Buffer.alloc(32, 1).toString('base64'),
});

const { createStrapi } = require('@strapi/strapi');
const { importRows } = require('../dist/src/import/import-rows.js');
const { readNdjson } = require('../dist/src/import/sources/ndjson.js');
const { parseMapping } = require('../dist/src/import/mapping.js');

const strapi = await createStrapi({ appDir, distDir: path.join(appDir, 'dist'), serveAdminPanel: false }).load();
strapi.log.level = 'error';
const publish = async (type: string, data: object) => {
  const documents = strapi.documents(`api::${type}.${type}`);
  const { documentId } = await documents.create({ data });
  await documents.publish({ documentId });
  return documentId as string;
};
const site = await publish('site', { title: '望川市人民政府门户网站', shortName: '望川市人民政府', domain: 'www.wangchuan.example', siteCode: '9900000001', sponsor: '市政府办' });
await publish('column', { title: '要闻', slug: 'yaowen', site, kind: 'articles', columnType: 'news', updateClass: 'dynamic', description: '要闻', keywords: '要闻' });
await publish('agency', { title: '市政府办', code: 'zhengfuban', site });

const file = path.join(folder, 'rows.ndjson');
const paragraph = '河堤步道沿线新装路灯，夜里亮到十点，附近居民散步不用再打手电。';
writeFileSync(file, Array.from({ length: ROWS }, (_, n) => JSON.stringify({ url: `/${n}`, title: `第 ${n} 号消息`, date: '2020-03-05', text: Array(10).fill(paragraph).join('\n') })).join('\n'));
const mapping = parseMapping(
  JSON.stringify({
    type: 'article',
    key: ['url'],
    fields: { title: 'title', publishedOn: { from: 'date', as: 'date' } },
    relations: { column: { find: { path: '/yaowen/' } }, agency: { find: { code: 'zhengfuban' } } },
    body: { from: 'text', format: 'text' },
  }),
);
const started = performance.now();
const report = await importRows(readNdjson(file), { strapi, mapping, dryRun: false, now: new Date(), onProblem: (_row: unknown, problems: unknown) => console.error(problems) });
const seconds = (performance.now() - started) / 1000;
console.log(`导入 ${report.created} 条普通信息：${seconds.toFixed(1)} 秒，每秒 ${(report.created / seconds).toFixed(0)} 条（预算 300），内存 ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
await strapi.destroy();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
