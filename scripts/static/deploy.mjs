// Brings a built site to its target, whichever it is.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { Trouble } from '../steps/say.mjs';
import { MARKER } from './site-files.mjs';
import { openBucket } from './to-bucket.mjs';
import { openFolder } from './to-folder.mjs';
import { openRemote } from './to-remote.mjs';

/** Reads where to deploy and what opens it; `target` is undefined when nothing is to be deployed. */
export function readDeploySettings(env) {
  return {
    target: env.DEPLOY_TARGET || undefined,
    key: env.DEPLOY_KEY || undefined,
    knownHosts: env.DEPLOY_KNOWN_HOSTS || undefined,
    deployAnyway: env.DEPLOY_ANYWAY === '1',
    storage: {
      endpoint: env.DEPLOY_S3_ENDPOINT || undefined,
      region: env.DEPLOY_S3_REGION || 'us-east-1',
      accessKeyId: env.DEPLOY_S3_ACCESS_KEY_ID,
      secretAccessKey: env.DEPLOY_S3_SECRET_ACCESS_KEY,
    },
  };
}

function openTarget(settings) {
  const { target } = settings;
  if (target.startsWith('folder:')) return openFolder(target.slice('folder:'.length));
  if (target.startsWith('rsync:')) return openRemote(target.slice('rsync:'.length), settings);
  if (target.startsWith('s3://')) return openBucket(target, settings.storage);
  throw new Trouble(`DEPLOY_TARGET 认不出来：${target}`, '写成 folder:/路径、rsync:用户@主机:/路径 或 s3://桶名/前缀。');
}

/**
 * Deploys only what differs: new files first, pages after the files they name, deletions last.
 * @param site What `checkSite` found in the folder.
 * @returns How many files were written and removed.
 * @throws {Trouble} When the target holds something else or another site, or the site has shrunk so much that it is hardly meant.
 */
export async function deploy(folder, { pages, origin }, settings) {
  const target = openTarget(settings);
  try {
    const { marker, isEmpty } = await target.look();
    if (marker === undefined && !isEmpty) throw new Trouble(`${settings.target} 里有别的东西，不是以前部署的网站，为防误删没有写入`, '换一个空的位置。');
    const before = marker === undefined ? { pages: 0 } : JSON.parse(marker);
    if (before.origin && before.origin !== origin && !settings.deployAnyway) throw new Trouble(`${settings.target} 里是另一个网站 ${before.origin}，没有用 ${origin} 换掉它`, '每个网站用自己的 DEPLOY_TARGET；网站换了域名，就设 DEPLOY_ANYWAY=1 再运行。');
    if (pages * 2 < before.pages && !settings.deployAnyway) throw new Trouble(`页面从 ${before.pages} 页变成 ${pages} 页，少了一半以上，没有部署`, '先看后台的内容是不是完整；确实要这样，就设 DEPLOY_ANYWAY=1 再运行。');
    writeFileSync(path.join(folder, MARKER), `${JSON.stringify({ pages, origin })}\n`);
    return await target.upload(folder);
  } finally {
    await target.close?.();
  }
}
