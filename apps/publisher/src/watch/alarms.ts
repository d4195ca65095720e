import type { Alarm } from '@mingchuang/content';

import { explainError } from '../errors.ts';
import type { Feed } from '../feed/connect-feed.ts';

const RETRY = 60_000;
/** Older ones are in the log. */
const MOST_WAITING = 20;

/** Tells operators what needs a person: in the log at once, through the CMS as soon as it takes it. */
export interface Alarms {
  raise(kind: Alarm['kind'], text: string): void;
  /** How many of each kind since the start. */
  counts(): Record<Alarm['kind'], number>;
  stop(): void;
}

export interface AlarmParts {
  feed: Pick<Feed, 'raise'>;
  now: () => Date;
  log: { error(fields: object, message: string): void; warn(fields: object, message: string): void };
}

/** Starts with nothing to tell. */
export function createAlarms({ feed, now, log }: AlarmParts): Alarms {
  const counts = { tampered: 0, slow: 0, different: 0 };
  const waiting: Alarm[] = [];
  let timer: NodeJS.Timeout | undefined;
  let sending = false;

  const send = async (): Promise<void> => {
    if (sending) return;
    sending = true;
    clearTimeout(timer);
    try {
      for (let alarm; (alarm = waiting[0]); waiting.shift()) await feed.raise(alarm);
    } catch (error) {
      log.warn({}, `还没能把告警告诉内容管理系统：${explainError(error)}`);
      timer = setTimeout(() => void send(), RETRY).unref();
    } finally {
      sending = false;
    }
  };

  return {
    raise(kind, text) {
      counts[kind]++;
      log.error({ alarm: kind }, text);
      waiting.push({ kind, text, at: now().toISOString() });
      waiting.splice(0, waiting.length - MOST_WAITING);
      void send();
    },
    counts: () => ({ ...counts }),
    stop: () => clearTimeout(timer),
  };
}
