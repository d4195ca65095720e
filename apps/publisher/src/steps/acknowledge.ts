import { locale as localeSchema, type Acknowledgement } from '@mingchuang/content';

import { explainError } from '../errors.ts';
import type { Feed } from '../feed/connect-feed.ts';
import type { Ledger, Report } from '../store/ledger.ts';

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;
const MOST_BLOCKED = 1000;

/** Tells the CMS what is live, in the background: publishing never waits for it. */
export interface Acknowledger {
  /** Replaces whatever was still to be told: the newest state is all that counts. */
  tell(value: Acknowledgement): void;
  /** Returns once the CMS knows, or after `patience` milliseconds. What it was not told yet is told after the next start. */
  settle(patience: number): Promise<void>;
  stop(): void;
}

export interface AcknowledgerParts {
  feed: Pick<Feed, 'acknowledge'>;
  ledger: Pick<Ledger, 'pending' | 'setPending'>;
  warn: (message: string) => void;
}

/** Makes the acknowledger of a publisher and continues with what an earlier one could not say. */
export function createAcknowledger({ feed, ledger, warn }: AcknowledgerParts): Acknowledger {
  let wait = FIRST_WAIT;
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<void> | undefined;
  let stopped = false;

  const send = async (): Promise<void> => {
    while (!stopped) {
      const value = ledger.pending();
      if (!value) return;
      try {
        await feed.acknowledge(value);
        wait = FIRST_WAIT;
        if (!stopped && JSON.stringify(ledger.pending()) === JSON.stringify(value)) ledger.setPending(undefined);
      } catch (error) {
        if (stopped) return;
        warn(`还没能告诉内容管理系统已上线，${wait / 1000} 秒后再试：${explainError(error)}`);
        timer = setTimeout(start, wait);
        wait = Math.min(wait * 2, LONGEST_WAIT);
        return;
      }
    }
  };
  const start = () => {
    clearTimeout(timer);
    sending ??= send().finally(() => (sending = undefined));
  };

  if (ledger.pending()) start();
  return {
    tell(value) {
      ledger.setPending(value);
      wait = FIRST_WAIT;
      start();
    },
    async settle(patience) {
      const giveUp = Date.now() + patience;
      while (ledger.pending() && Date.now() < giveUp) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** Picks what editors are told: reports that belong to a document, one line for each. */
export function blockedOf(reports: readonly Report[]): Acknowledgement['blocked'] {
  const byDocument = new Map<string, Acknowledgement['blocked'][number]>();
  for (const { type, documentId, locale: name, reason } of reports) {
    const { data: locale } = localeSchema.safeParse(name);
    if (!type || !documentId || !locale) continue;
    const key = `${type}:${documentId}:${locale}`;
    const known = byDocument.get(key);
    byDocument.set(key, { type, documentId, locale, reason: known ? `${known.reason} ${reason}` : reason });
  }
  return [...byDocument.values()].slice(0, MOST_BLOCKED);
}
