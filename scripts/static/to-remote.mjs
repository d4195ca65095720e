// Deploys by rsync, to another machine over ssh or to a mounted folder.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { run } from '../steps/run.mjs';
import { Trouble } from '../steps/say.mjs';
import { MARKER } from './site-files.mjs';

/** rsync's own words for "there is no such file". */
const MISSING = /No such file or directory|\(code 23\)/;

/**
 * @param destination `user@host:/path` or a path.
 * @param settings `key` and `knownHosts` for ssh; without a key the agent's or the user's own are used.
 */
export function openRemote(destination, { key, knownHosts }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingchuang-deploy-'));
  const place = destination.replace(/\/*$/, '/');
  if (key && !knownHosts) throw new Trouble('设了 DEPLOY_KEY，没有设 DEPLOY_KNOWN_HOSTS', '用 ssh-keyscan 主机名 取得那台主机的公钥，核对后写进去：不核对就可能把网站传给冒充的主机。');
  const ssh = () => {
    if (!key) return [];
    writeFileSync(path.join(folder, 'key'), `${key.trim()}\n`, { mode: 0o600 });
    writeFileSync(path.join(folder, 'known-hosts'), `${knownHosts.trim()}\n`);
    return ['-e', `ssh -i ${path.join(folder, 'key')} -o IdentitiesOnly=yes -o BatchMode=yes -o StrictHostKeyChecking=yes -o UserKnownHostsFile=${path.join(folder, 'known-hosts')}`];
  };
  const options = { title: 'rsync', remedy: '检查 DEPLOY_TARGET、DEPLOY_KEY 和那台主机上的权限；两边都要装 rsync。' };
  const shell = ssh();

  return {
    async look() {
      const copy = path.join(folder, MARKER);
      const isThere = await run(['rsync', '-q', ...shell, place + MARKER, copy], options).then(() => true, (error) => notMissing(error));
      if (isThere) return { marker: readFileSync(copy, 'utf8'), isEmpty: false };
      const names = await run(['rsync', '--list-only', ...shell, place], options).catch((error) => (notMissing(error), ''));
      return { marker: undefined, isEmpty: names.split('\n').filter((line) => line && !line.endsWith(' .')).length === 0 };
    },
    async upload(site) {
      // By content, since a fresh build is young all over; everything is put in place at the end, then the old goes.
      const flags = ['-r', '-z', '--checksum', '--delay-updates', '--delete-after', '--chmod=D755,F644', '--mkpath', '--out-format=%o %n'];
      const lines = (await run(['rsync', ...flags, ...shell, `${site}/`, place], options)).split('\n');
      const count = (word) => lines.filter((line) => line.startsWith(word) && !line.endsWith('/')).length;
      return { written: count('send '), removed: count('del. ') };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function notMissing(error) {
  if (!MISSING.test(error.cause?.message ?? '')) throw error;
  return false;
}
