// Writes the environment files of each process for systemd or compose, with this installation's secrets.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { createPlatform, loadSettings } from './steps/platform.mjs';
import { fail, Trouble } from './steps/say.mjs';

const PROGRAMS = { cms: 'node_modules/@strapi/strapi/bin/strapi.js start', publisher: 'dist/main.js', gateway: 'dist/main.js' };

/** systemd and compose both read a value between single quotes as it stands. */
function line([name, value]) {
  if (/['\n]/.test(value)) throw new Trouble(`${name} 里有引号或换行，写不进环境文件`, '换一个值再试。');
  return `${name}='${value}'\n`;
}

try {
  const folder = process.argv[2];
  if (!folder || folder.startsWith('-')) throw new Trouble('没有写放在哪个文件夹', '例如：DATA_DIR=/var/lib/mingchuang node scripts/write-environment.mjs /etc/mingchuang');
  const platform = createPlatform(loadSettings());
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const write = (name, entries) => {
    const file = path.join(folder, `${name}.env`);
    writeFileSync(file, entries.map(line).join(''), { mode: 0o600 });
    chmodSync(file, 0o600);
  };
  const passedOn = ['DATABASE_URL', 'S3_BUCKET', 'S3_ENDPOINT', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY', 'DISPATCH_REPOSITORY', 'DISPATCH_TOKEN', 'ADMIN_EMAIL', 'REVIEW', 'ADMIN_URL', 'SMTP_HOST', 'SMTP_PORT', 'SMTP_TLS', 'SMTP_USER', 'SMTP_PASSWORD', 'MAIL_FROM', 'NOTICE_ORIGINS', 'LINK_CHECK_PRIVATE_HOSTS'];
  write('mingchuang', [['NODE_ENV', 'production']]);
  for (const { name, env } of platform.all) {
    const more = name === 'cms' ? passedOn.filter((one) => process.env[one]).map((one) => [one, process.env[one]]) : [];
    // Both stand behind nginx on this machine.
    const proxy = { cms: [['TRUST_PROXY', 'true']], gateway: [['TRUST_PROXY', '127.0.0.1']] }[name] ?? [];
    write(name, [['PROGRAM', PROGRAMS[name]], ...Object.entries(env), ...proxy, ...more]);
  }
  console.log(`已写好 ${folder} 里的 mingchuang.env、cms.env、publisher.env、gateway.env，只有所有者能读`);
} catch (error) {
  fail(error);
}
