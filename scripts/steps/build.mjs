// Builds what is not up to date. A unit is rebuilt when the content of its inputs has changed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { at } from './paths.mjs';
import { run } from './run.mjs';
import { during } from './say.mjs';

const SKIP = new Set(['node_modules', 'dist', 'dist-renderer', 'build', '.astro', '.cache', '.tmp', '.strapi', 'tests', 'e2e', 'bench']);
const content = ['packages/content/src', 'packages/content/package.json'];
const plugin = (name) => ({
  name: `插件 ${name}`,
  inputs: [...content, `packages/${name}/server`, `packages/${name}/package.json`],
  output: `packages/${name}/dist/server/index.js`,
  folder: `packages/${name}`,
  script: 'build',
});
const bundle = (name, title, packages) => ({
  name: title,
  inputs: [...content, ...packages.map((used) => `packages/${used}/src`), `apps/${name}/src`, `apps/${name}/tsup.config.ts`],
  output: `apps/${name}/dist/main.js`,
  folder: `apps/${name}`,
  script: 'build',
});

export const PLUGINS = ['review', 'feed', 'access', 'cases', 'queries'].map(plugin);
export const PUBLISHER = bundle('publisher', '发布程序', ['renderer', 'search', 'inspect', 'pictures']);
export const GATEWAY = bundle('gateway', '网关', ['renderer', 'search', 'hant']);
export const RENDERER = {
  name: '门户模板',
  inputs: [...content, 'packages/search/src', 'packages/a11y/src', 'packages/hant/src', 'packages/pictures/src', 'apps/portal/src', 'apps/portal/integration', 'apps/portal/public', 'apps/portal/astro.config.mjs', 'apps/portal/tailwind.config.mjs', 'apps/portal/package.json'],
  output: 'apps/portal/dist-renderer/server/entry.mjs',
  folder: 'apps/portal',
  script: 'build:renderer',
  env: { ASTRO_TELEMETRY_DISABLED: '1' },
};
export const CMS = {
  name: '内容管理后台',
  inputs: ['apps/cms/src', 'apps/cms/config', 'apps/cms/package.json', 'apps/cms/tsconfig.json', ...['guides', 'flow', 'checks', 'words', 'masking'].map((part) => `packages/review/server/src/${part}`), ...['review', 'feed', 'access', 'cases', 'queries'].flatMap((name) => [`packages/${name}/admin`, `packages/${name}/package.json`])],
  output: 'apps/cms/dist/build/index.html',
  folder: 'apps/cms',
  script: 'build',
  env: {
    // Without it Strapi builds its guided tour in.
    NODE_ENV: 'production',
    STRAPI_TELEMETRY_DISABLED: 'true',
    // The build reads the configuration, which asks for secrets; none of them ends up in what is built.
    ...Object.fromEntries(
      ['APP_KEYS', 'API_TOKEN_SALT', 'ADMIN_JWT_SECRET', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY'].map((name) => [name, 'only-while-building']),
    ),
  },
};

function* filesBelow(place) {
  if (!existsSync(place)) return;
  if (!statSync(place).isDirectory()) return yield place;
  for (const entry of readdirSync(place, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (SKIP.has(entry.name) || entry.name.endsWith('.test.ts')) continue;
    yield* filesBelow(path.join(place, entry.name));
  }
}

/** Digest of everything a unit is made from, dependencies included. */
export function digestOf(unit) {
  const hash = createHash('sha256').update(unit.script);
  for (const input of [...unit.inputs, 'pnpm-lock.yaml'])
    for (const file of filesBelow(at(input))) hash.update(path.relative(at(), file)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

const stampOf = (unit) => at('node_modules', `.mingchuang-built-${createHash('sha1').update(unit.name).digest('hex').slice(0, 12)}`);

function isFresh(unit, digest) {
  const stamp = stampOf(unit);
  return existsSync(at(unit.output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
}

/** Builds one unit unless it is up to date. @throws {Trouble} With the end of the build's output. */
export async function build(unit) {
  const digest = digestOf(unit);
  if (isFresh(unit, digest)) return false;
  await during(`构建${unit.name}`, (detail) =>
    run(['npm', 'run', '--silent', unit.script], {
      cwd: at(unit.folder),
      env: unit.env,
      title: `构建${unit.name}`,
      onLine: (line) => !line.startsWith('npm ') && detail(line.slice(0, 80)),
    }),
  );
  writeFileSync(stampOf(unit), digest);
  return true;
}

/** Builds everything the platform runs; plugins come before the CMS that loads them. */
export async function buildAll() {
  await Promise.all([
    (async () => {
      for (const unit of PLUGINS) await build(unit);
      await build(CMS);
    })(),
    (async () => {
      for (const unit of [RENDERER, PUBLISHER, GATEWAY]) await build(unit);
    })(),
  ]);
}
