import type { Answer, Visit } from '../pages/answer.ts';
import type { PageDrawer } from '../pages/draw-page.ts';
import { notice } from '../pages/notices.ts';
import type { Keys } from '../secrets/keys.ts';
import { readReceipt } from './receipt.ts';

/** Shows a receipt: `GET /letters/receipt/<sealed>/`. */
export function createReceiptShowing(keys: Keys, drawer: PageDrawer): (visit: Visit) => Promise<Answer> {
  return async ({ view }) => {
    const read = readReceipt(keys.receipt, view.path, view.now);
    if (read.kind === 'unknown') return { kind: 'missing' };
    if (read.kind === 'expired') return { kind: 'notice', notice: notice('receiptGone') };
    return { kind: 'page', status: 200, html: await drawer.draw('LetterReceipt', read.receipt, view) };
  };
}
