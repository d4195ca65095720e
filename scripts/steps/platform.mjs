// The three processes of one machine, with what each of them may know.
import { existsSync } from 'node:fs';
import path from 'node:path';

import { at, DATA_DIR } from './paths.mjs';
import { ManagedProcess, requireFreePort } from './processes.mjs';
import { Trouble } from './say.mjs';
import { loadSecrets } from './secrets.mjs';

/** Progress the CMS reports while it boots: a JSON line of its log, or the plain one of development. */
const PROGRESS = /(?:"msg":"|info.*?: |^\s*)(正在[^"]*)/;

function portOf(name, usual) {
  const given = process.env[name] || String(usual);
  const port = Number(given);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Trouble(`${name} 应是 1 到 65535 的整数，现在是 ${given}`, `改正这个环境变量，或者去掉它（用 ${usual}）。`);
}

/** Addresses of the platform, from the environment. */
export function loadSettings() {
  const host = process.env.HOST ?? '127.0.0.1';
  const ports = { portal: portOf('PORT', 8080), cms: portOf('CMS_PORT', 1337), publisher: portOf('PUBLISHER_PORT', 4100) };
  const local = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  return {
    host,
    ports,
    portal: process.env.PORTAL_URL ?? `http://${local}:${ports.portal}`,
    /** The CMS this machine runs. */
    ownCms: `http://${local}:${ports.cms}`,
    /** Where gateway and publisher ask: a balancer in front of several. */
    cms: process.env.CMS_URL ?? `http://${local}:${ports.cms}`,
    publisher: `http://127.0.0.1:${ports.publisher}`,
  };
}

export async function requireFreePorts({ host, ports }) {
  await requireFreePort(ports.portal, host, '门户', 'PORT');
  await requireFreePort(ports.cms, host, '内容管理后台', 'CMS_PORT');
  await requireFreePort(ports.publisher, '127.0.0.1', '发布程序', 'PUBLISHER_PORT');
}

/**
 * @param settings From `loadSettings`.
 * @param extra Environment for the CMS alone: demo city and accounts.
 * @param cmsCommand How to run Strapi; development mode has another.
 */
export function createPlatform(settings, extra = {}, cmsCommand = ['start'], cmsMode = 'production') {
  const { keys, privateKey, publicKey } = loadSecrets(DATA_DIR);
  const logDir = path.join(DATA_DIR, 'logs');
  const shared = { HOST: settings.host, DATA_DIR, NODE_ENV: 'production' };
  const pick = (...names) => Object.fromEntries(names.map((name) => [name, keys[name]]));
  const node = process.execPath;
  const renderer = at('apps/portal/dist-renderer');

  const cms = new ManagedProcess({
    // A second process writes a log of its own.
    name: settings.isSecond ? `cms-${settings.ports.cms}` : 'cms',
    title: '内容管理后台',
    command: [node, 'node_modules/@strapi/strapi/bin/strapi.js', ...cmsCommand],
    cwd: at('apps/cms'),
    logDir,
    shows: (line) => PROGRESS.exec(line)?.[1],
    env: {
      ...shared,
      NODE_ENV: cmsMode,
      PORT: String(settings.ports.cms),
      PUBLISHER_URL: settings.publisher,
      PORTAL_URL: settings.portal,
      STRAPI_TELEMETRY_DISABLED: 'true',
      ...pick('APP_KEYS', 'API_TOKEN_SALT', 'ADMIN_JWT_SECRET', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY', 'CASE_KEY', 'FEED_TOKEN', 'GATEWAY_TOKEN', 'NUDGE_SECRET', 'WEBHOOK_TOKEN'),
      ...extra,
    },
  });
  const { SEARCH_DATABASE_URL } = process.env;
  const searchDatabase = SEARCH_DATABASE_URL ? { SEARCH_DATABASE_URL } : {};
  const publisher = new ManagedProcess({
    name: 'publisher',
    title: '发布程序',
    command: [node, 'dist/main.js'],
    cwd: at('apps/publisher'),
    logDir,
    env: {
      ...shared,
      HOST: '127.0.0.1',
      PUBLISHER_PORT: String(settings.ports.publisher),
      CMS_URL: settings.cms,
      CMS_TOKEN: keys.FEED_TOKEN,
      RELEASE_KEY_FILE: privateKey,
      RENDERER_DIR: renderer,
      ...searchDatabase,
      ...pick('NUDGE_SECRET', 'WEBHOOK_TOKEN'),
    },
  });
  const gateway = new ManagedProcess({
    name: 'gateway',
    title: '门户网关',
    command: [node, 'dist/main.js'],
    cwd: at('apps/gateway'),
    logDir,
    env: {
      ...shared,
      PORT: String(settings.ports.portal),
      CMS_URL: settings.cms,
      RELEASE_PUBLIC_KEY_FILE: publicKey,
      RENDERER_DIR: renderer,
      ...searchDatabase,
      ...pick('GATEWAY_TOKEN', 'CASE_QUEUE_KEY'),
    },
  });
  return { cms, publisher, gateway, all: [cms, publisher, gateway] };
}

/** Whether this installation has never been started. Ask before its secrets are made: they are what tells on PostgreSQL. */
export const isFirstStart = () => !existsSync(path.join(DATA_DIR, process.env.DATABASE_URL ? 'secrets/keys.json' : 'cms.db'));
