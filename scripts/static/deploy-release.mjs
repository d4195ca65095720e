// Brings the release that is live to another place: `npm run publish -- deploy`.
import path from 'node:path';

import { during, say, Trouble } from '../steps/say.mjs';
import { checkSite } from './check-site.mjs';
import { deploy, readDeploySettings } from './deploy.mjs';

/**
 * Exports the live release beside the data, where the next time only what changed is written, and deploys it.
 * @param exportTo Runs the publisher's command `export` with a folder and further options.
 * @param options `--site` and the site's key or domain; without it the main site.
 * @throws {Trouble} When no target is set, or the export or the deployment fails.
 */
export async function deployRelease(dataDir, exportTo, options = []) {
  const [name, site, ...rest] = options;
  if ((name !== undefined && name !== '--site') || (name && !/^[a-z0-9.-]+$/.test(site ?? '')) || rest.length > 0) throw new Trouble(`看不懂 deploy 后面的 ${options.join(' ')}`, '只能写 --site 和网站的代号或域名。');
  const settings = readDeploySettings(process.env);
  if (!settings.target) throw new Trouble('没有设置 DEPLOY_TARGET', '写成 folder:/路径、rsync:用户@主机:/路径 或 s3://桶名/前缀，再运行一次。');
  const folder = path.join(dataDir, site ? `deploy-${site}` : 'deploy');
  if ((await exportTo(folder, ...options)) !== 0) throw new Trouble('没能导出线上的版本', '请看上面的输出。');
  const facts = checkSite(folder);
  const { written, removed } = await during('部署', () => deploy(folder, facts, settings));
  say(`已部署：写入 ${written} 个文件，删除 ${removed} 个`);
}
