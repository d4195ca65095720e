import type { Answer, Visit } from '../pages/answer.ts';
import type { PageDrawer, View } from '../pages/draw-page.ts';
import { notice } from '../pages/notices.ts';
import type { Keys } from '../secrets/keys.ts';
import { readReceipt, type Receipt } from './receipt.ts';

/** Shows a receipt: `GET /letters/receipt/<sealed>/`. */
export function createReceiptShowing(keys: Keys, drawer: PageDrawer): (visit: Visit) => Promise<Answer> {
  return async ({ view }) => {
    const read = readReceipt(keys.receipt, view.path, view.now);
    if (read.kind === 'unknown') return { kind: 'missing' };
    if (read.kind === 'expired') return { kind: 'notice', notice: notice('receiptGone') };
    return { kind: 'page', status: 200, html: await drawReceipt(drawer, read.receipt, view) };
  };
}

function drawReceipt(drawer: PageDrawer, receipt: Receipt, view: View): Promise<string> {
  switch (receipt.kind) {
    case 'letter': {
      const { kind: _, ...shown } = receipt;
      return drawer.draw('LetterReceipt', shown, view);
    }
    case 'opinion': {
      const { kind: _, ...shown } = receipt;
      return drawer.draw('OpinionReceipt', shown, view);
    }
    case 'survey-answer':
      return drawer.draw('SurveyReceipt', { title: receipt.title, surveyPath: receipt.path }, view);
  }
}
