import { join, resolve } from 'node:path';

import { z } from 'zod';

import { CommandError } from './errors.ts';

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PUBLISHER_PORT: z.coerce.number().int().min(1).max(65535).default(4100),
  DATA_DIR: z.string().min(1),
  CMS_URL: z.url().default('http://127.0.0.1:1337'),
  CMS_TOKEN: z.string().default(''),
  NUDGE_SECRET: z.string().default(''),
  WEBHOOK_TOKEN: z.string().default(''),
  RELEASE_KEY_FILE: z.string().optional(),
  RENDERER_DIR: z.string().default('../portal/dist-renderer'),
  SEARCH_DATABASE_URL: z.union([z.literal(''), z.url({ protocol: /^postgres(ql)?$/ })]).default(''),
  PUBLISH_OBJECTIVE: z.coerce.number().positive().default(5),
});

/** Everything the publisher is told from outside. An empty secret switches the door it guards off. */
export interface Settings {
  host: string;
  port: number;
  dataDir: string;
  cmsUrl: string;
  cmsToken: string;
  nudgeSecret: string;
  webhookToken: string;
  releaseKeyFile: string;
  rendererDir: string;
  /** Database of the search on the server; empty where browsers search by themselves. */
  searchDatabaseUrl: string;
  /** Seconds within which an edit should be live. */
  objective: number;
}

/**
 * Reads the settings from the environment. Only this file knows the names of variables.
 * @throws {CommandError} Naming each variable that is missing or wrong.
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const result = environment.safeParse(env);
  if (!result.success) {
    const names = result.error.issues.map(({ path, message }) => `${path.join('.')}（${message}）`);
    throw new CommandError(`环境变量缺少或不对：${names.join('、')}`);
  }
  const { data } = result;
  const dataDir = resolve(data.DATA_DIR);
  return {
    host: data.HOST,
    port: data.PUBLISHER_PORT,
    dataDir,
    cmsUrl: data.CMS_URL.replace(/\/+$/, ''),
    cmsToken: data.CMS_TOKEN,
    nudgeSecret: data.NUDGE_SECRET,
    webhookToken: data.WEBHOOK_TOKEN,
    releaseKeyFile: resolve(data.RELEASE_KEY_FILE ?? join(dataDir, 'secrets', 'release-key.pem')),
    rendererDir: resolve(data.RENDERER_DIR),
    searchDatabaseUrl: data.SEARCH_DATABASE_URL,
    objective: data.PUBLISH_OBJECTIVE,
  };
}
