import { PATHS } from '@mingchuang/content';

import { t } from '../strings/text.ts';
import type { Notice } from './fallback-page.ts';

const home = { label: t('link.home'), url: PATHS.home };
const write = { label: t('link.write'), url: PATHS.writeLetter };
const track = { label: t('link.track'), url: PATHS.trackCase };

type Word =
  | 'badRequest' | 'forbidden' | 'notFound' | 'method' | 'receiptGone' | 'tooLarge' | 'mediaType' | 'failed' | 'notStored' | 'away' | 'rateAway' | 'preparing';

const KNOWN: Record<Word, { status: number; links: Notice['links'] }> = {
  badRequest: { status: 400, links: [home] },
  forbidden: { status: 403, links: [home, write] },
  notFound: { status: 404, links: [home] },
  method: { status: 405, links: [home] },
  receiptGone: { status: 410, links: [track, home] },
  tooLarge: { status: 413, links: [write, home] },
  mediaType: { status: 415, links: [home, write] },
  failed: { status: 500, links: [home] },
  notStored: { status: 503, links: [home] },
  away: { status: 503, links: [track, home] },
  rateAway: { status: 503, links: [track, home] },
  preparing: { status: 503, links: [{ label: t('link.retry'), url: PATHS.home }] },
};

/** What to say about something that is not as it should be, and where to go on. */
export function notice(word: Word): Notice {
  return { ...KNOWN[word], title: t(`notice.${word}.title`), message: t(`notice.${word}.message`) };
}

/** Says that a consultation or survey is over, or has not begun. */
export function closedNotice(kind: 'opinion' | 'survey-answer', { title, path, date }: { title: string; path: string; date: string }): Notice {
  return {
    status: 410,
    title: t(`notice.closed.${kind}.title`),
    message: t(`notice.closed.${kind}.message`, { title, date }),
    links: [{ label: t('link.page'), url: path }, home],
  };
}

type PreviewWord = 'previewUnknown' | 'previewExpired' | 'previewRevoked' | 'previewUsed' | 'previewTaken' | 'previewChanged' | 'previewTrouble' | 'previewMissing' | 'previewForm' | 'previewAway';

const PREVIEW_STATUS: Record<PreviewWord, number> = {
  previewUnknown: 404,
  previewExpired: 410,
  previewRevoked: 410,
  previewUsed: 410,
  previewTaken: 200,
  previewChanged: 409,
  previewTrouble: 422,
  previewMissing: 404,
  previewForm: 405,
  previewAway: 503,
};

/**
 * What to say about a preview.
 * @param back Where the preview begins, as long as its link opens.
 */
export function previewNotice(word: PreviewWord, { message, back, values = {} }: { message?: string; back?: string; values?: Record<string, string> } = {}): Notice {
  const links = back === undefined ? [home] : [{ label: t('link.preview'), url: back }, home];
  return { status: PREVIEW_STATUS[word], title: t(`notice.${word}.title`), message: message ?? t(`notice.${word as 'previewUnknown'}.message`, values), links };
}

/** @param seconds Until the next try is allowed. */
export function tooManyNotice(seconds: number): Notice {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return { status: 429, title: t('notice.tooMany.title'), message: t('notice.tooMany.message', { minutes }), links: [home] };
}
