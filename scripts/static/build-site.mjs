// What the static build and its deployment are told, and the build itself.
import path from 'node:path';

import { at } from '../steps/paths.mjs';
import { run } from '../steps/run.mjs';
import { during, Trouble } from '../steps/say.mjs';
import { readDeploySettings } from './deploy.mjs';

/**
 * Reads the settings. Secrets stay in what is returned: nothing prints them.
 * @throws {Trouble} Naming the variable that is missing.
 */
export function readStaticSettings(env) {
  const { CMS_URL, CMS_TOKEN, SNAPSHOT } = env;
  if (!SNAPSHOT && !(CMS_URL && CMS_TOKEN)) throw new Trouble(`没有设置 ${CMS_URL ? 'CMS_TOKEN' : 'CMS_URL'}`, '设好后台的地址 CMS_URL 和读取令牌 CMS_TOKEN，再运行一次；运行 --help 看说明。');
  return {
    ...readDeploySettings(env),
    outDir: path.resolve(at('apps/portal'), env.OUT_DIR || 'dist'),
  };
}

/** Runs a plain `astro build`, which pulls the content by itself. @returns The folder of the site. */
export async function buildSite({ outDir }) {
  // What deploys is no business of the build's.
  const secrets = ['DEPLOY_KEY', 'DEPLOY_S3_SECRET_ACCESS_KEY', 'DEPLOY_S3_ACCESS_KEY_ID'];
  await during('构建静态网站', (detail) =>
    run([at('apps/portal/node_modules/.bin/astro'), 'build'], {
      cwd: at('apps/portal'),
      env: { NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', OUT_DIR: outDir, ...Object.fromEntries(secrets.map((name) => [name, undefined])) },
      title: '构建静态网站',
      remedy: '检查 CMS_URL 能不能从这里访问、CMS_TOKEN 对不对。',
      onLine: (line) => detail(line.slice(0, 80)),
    }),
  );
  return outDir;
}
