import { createHash } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import type { LinkAnswer } from '../checks/links.ts';
import { onConnection } from '../store/connection.ts';
import { askAddress } from './ask-address.ts';

const TABLE = 'review_link_answers';
const HOUR = 3_600_000;
/** How long an answer counts, ms. What is broken is mended sooner than what works breaks. */
const KEPT: Record<string, number> = { ok: 7 * 24 * HOUR, gone: HOUR, trouble: HOUR / 4, private: HOUR };
/** Nothing is asked for longer than this after somebody waits for it, ms. */
const BUDGET = 10_000;
const AT_ONCE = 6;
const FORGOTTEN = 90 * 24 * HOUR;

interface Row {
  key: string;
  url: string;
  kind: LinkAnswer['kind'];
  reason: string | null;
  at: number;
}
interface Options {
  now?: () => number;
  ask?: (url: string) => Promise<LinkAnswer>;
}

/** What addresses outside have answered, kept in the database so that nobody is asked twice in a row. */
export interface LinkAnswers {
  /** @param asks Whether those without a fresh answer are asked now; otherwise the last one counts, however old. */
  find(urls: readonly string[], asks: boolean): Promise<Map<string, LinkAnswer>>;
}

const keyOf = (url: string) => createHash('sha256').update(url).digest('hex');
const answerOf = ({ kind, reason }: Row): LinkAnswer => (kind === 'gone' || kind === 'trouble' ? { kind, reason: reason ?? '' } : { kind });

/** @param allows Hosts that may lie in a private network. */
export function createLinkAnswers(strapi: Core.Strapi, allows: (host: string) => boolean, { now = Date.now, ask = (url) => askAddress(url, { allows }) }: Options = {}): LinkAnswers {
  const keep = async (url: string, answer: LinkAnswer): Promise<void> => {
    const row: Row = { key: keyOf(url), url: url.slice(0, 2000), kind: answer.kind, reason: 'reason' in answer ? answer.reason : null, at: now() };
    await onConnection(strapi, async (sql) => {
      await sql<Row>(TABLE).insert(row).onConflict('key').merge();
      await sql<Row>(TABLE).where('at', '<', now() - FORGOTTEN).delete();
    });
  };

  return {
    async find(urls, asks) {
      const single = [...new Set(urls)];
      if (single.length === 0) return new Map();
      const rows = (await onConnection(strapi, (sql) => sql<Row>(TABLE).whereIn('key', single.map(keyOf)))) as Row[];
      const known = new Map(rows.map((row) => [row.key, row]));
      const answers = new Map<string, LinkAnswer>();
      const open: string[] = [];
      for (const url of single) {
        const row = known.get(keyOf(url));
        answers.set(url, row ? answerOf(row) : { kind: 'unknown' });
        if (!row || now() - Number(row.at) > (KEPT[row.kind] ?? 0)) open.push(url);
      }
      if (!asks || open.length === 0) return answers;
      const end = now() + BUDGET;
      const worker = async () => {
        for (let url = open.shift(); url !== undefined && now() < end; url = open.shift()) {
          const answer = await ask(url);
          answers.set(url, answer);
          await keep(url, answer);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      return answers;
    },
  };
}
