import { loadRenderer } from '@mingchuang/renderer';
import { createDirectWriter, openSearchIndex } from '@mingchuang/search';
import type { Renderer } from '@mingchuang/content';

import { CommandError, explainError, PublishError } from '../errors.ts';
import { openPublisher } from '../open-publisher.ts';
import type { Settings } from '../settings.ts';
import type { ServiceContact } from '../store/lock.ts';
import type { Log } from '../workshop.ts';
import { outcome, type Command, type CommandOutcome } from './command.ts';
import { performCommand } from './perform.ts';

const DRAWING: readonly Command['verb'][] = ['run', 'resume', 'verify'];

/** On the command line only what needs a person is said, on the error channel. */
const quietLog: Log = {
  info: () => undefined,
  warn: (_fields, message) => void process.stderr.write(`${message}\n`),
  error: (_fields, message) => void process.stderr.write(`${message}\n`),
};

/** Performs a command in this process, which holds the lock. A rollback must work even when the renderer does not. */
export async function performHere(command: Command, settings: Settings): Promise<CommandOutcome> {
  const draws = DRAWING.includes(command.verb);
  const renderer = draws ? await loadRenderer(settings.rendererDir) : absentRenderer;
  const { workshop, publisher } = openPublisher(settings, { renderer, ...(draws && { openSearch: (dir: string) => openSearchIndex({ dir, writer: createDirectWriter() }) }) }, quietLog);
  try {
    return await performCommand(command, workshop, publisher);
  } finally {
    await publisher.stop();
    workshop.close();
  }
}

/** Has the running service perform a command. @throws {CommandError} When it refuses or does not answer. */
export async function performThere(command: Command, { url, token }: ServiceContact): Promise<CommandOutcome> {
  let response: Response;
  try {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    response = await fetch(`${url}/commands`, { method: 'POST', headers, body: JSON.stringify(command) });
  } catch (error) {
    throw new CommandError(`发布服务正在运行，但 ${url} 没有回音（${explainError(error)}）`);
  }
  const result = outcome.safeParse(await response.json());
  if (!result.success) throw new CommandError(`发布服务答复 ${response.status}，内容读不懂`);
  if (response.status === 400) throw new CommandError(result.data.lines.join('\n'));
  if (!response.ok) throw new Error(result.data.lines.join('\n'));
  return result.data;
}

const refuse = (): never => {
  throw new PublishError('draw', '这个命令不生成页面');
};
/** Stands in where nothing is drawn. */
const absentRenderer: Renderer = { version: '', assets: '', buildPages: refuse, buildGroups: refuse, draw: refuse };
