import { randomBytes } from 'node:crypto';

import { loadRenderer } from '@mingchuang/renderer';
import { createDirectWriter, openSearchIndex } from '@mingchuang/search';
import { pino } from 'pino';

import { explainError } from './errors.ts';
import { collectEarly } from './memory.ts';
import { openPublisher } from './open-publisher.ts';
import { buildServer } from './service/server.ts';
import { readSettings } from './settings.ts';
import { lockDataFolder } from './store/lock.ts';
import { startWatching } from './watch/start-watching.ts';
import { mainOutlet } from './workshop.ts';

const log = pino({ name: 'publisher', timestamp: pino.stdTimeFunctions.isoTime });

/** Milliseconds a stop waits for the publication or index that is under way. */
const PATIENCE = 8000;

/** The publisher as a service: polls the feed, takes nudges, answers health checks, until it is told to stop. */
async function serve(): Promise<void> {
  const settings = readSettings();
  const lock = lockDataFolder(settings.dataDir);
  if (!lock) throw new Error(`另一个发布程序正在使用 ${settings.dataDir}`);
  const renderer = await loadRenderer(settings.rendererDir);
  const { workshop, publisher, metrics } = openPublisher(settings, { renderer, openSearch: (dir) => openSearchIndex({ dir, writer: createDirectWriter() }) }, log);

  const commandToken = randomBytes(24).toString('base64url');
  const { nudgeSecret, webhookToken } = settings;
  const server = buildServer({ workshop, publisher, metrics, nudgeSecret, webhookToken, commandToken });
  const url = await server.listen({ host: settings.host, port: settings.port });
  lock.announce({ pid: process.pid, url, token: commandToken });
  log.info({ url, dataDir: settings.dataDir, renderer: renderer.version, sites: [...workshop.outlets.keys()], release: mainOutlet(workshop).current?.id }, '发布服务已启动');
  publisher.start();
  const stopWatching = startWatching(workshop, publisher);

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, '正在停止，等当前发布完成');
    // Whatever is cut off here is finished or forgotten at the next start.
    setTimeout(() => process.exit(0), PATIENCE).unref();
    stopWatching();
    await server.close();
    await publisher.stop();
    workshop.close();
    lock.release();
    process.exit(0);
  };
  process.on('SIGTERM', (signal) => void stop(signal));
  process.on('SIGINT', (signal) => void stop(signal));
}

collectEarly();
serve().catch((error: unknown) => {
  log.fatal({}, `发布服务没能启动：${explainError(error)}`);
  process.exit(1);
});
