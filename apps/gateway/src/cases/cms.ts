import { Readable } from 'node:stream';

import { PUBLIC_CALLS, publicError } from '@mingchuang/content';
import type { AdviceAnswer, CaseFiling, CaseKey, CaseRating, CaseTracking, FieldError, LetterTracking, OpenPreviewAnswer, PreviewPageAnswer, PublicCallName, SearchCounts } from '@mingchuang/content';
import type { z } from 'zod';

/** How a public call ended. */
export type CmsOutcome<T> =
  | { kind: 'ok'; answer: T }
  /** The CMS will never take it like this. */
  | { kind: 'refused'; status: number; errors: FieldError[] }
  /** The CMS is away, slow or out of order: try again later. `reason` holds nothing personal. */
  | { kind: 'away'; reason: string };

/** The closed list of calls, and nothing else of the CMS. */
export interface Cms {
  fileCase(filing: CaseFiling): Promise<CmsOutcome<{ number: string }>>;
  trackCase(key: CaseKey): Promise<CmsOutcome<CaseTracking>>;
  rateCase(rating: CaseRating): Promise<CmsOutcome<LetterTracking>>;
  openPreview(token: string): Promise<CmsOutcome<OpenPreviewAnswer>>;
  /** @param path The page of the document itself when left out. */
  previewPage(token: string, path?: string): Promise<CmsOutcome<PreviewPageAnswer>>;
  /** A file the draft uses; nothing when it uses no such file, or the CMS is away. */
  previewFile(token: string, hash: string): Promise<PreviewFile | undefined>;
  adviseOnPreview(token: string, submission: Record<string, string>): Promise<CmsOutcome<AdviceAnswer>>;
  countSearches(counts: SearchCounts): Promise<CmsOutcome<object>>;
}

export interface PreviewFile {
  type: string;
  length: string | undefined;
  stream: Readable;
}

export interface CmsOptions {
  url: string;
  token: string;
  /** Milliseconds. */
  timeout?: number;
}

/** Only these say that the request itself is wrong; a wrong token or a missing plugin is ours to repair. */
const REFUSALS: Record<PublicCallName, readonly number[]> = {
  fileCase: [400, 409, 413, 422],
  trackCase: [400, 404, 422, 429],
  rateCase: [400, 404, 409, 422, 429],
  openPreview: [400],
  previewPage: [400],
  previewFile: [400, 404],
  adviseOnPreview: [400],
  countSearches: [400],
};

/** A page over a draft is drawn while somebody waits for it. */
const DRAWING = 25_000;

/** Connects the gateway to the CMS with its own token. */
export function connectCms({ url, token, timeout = 5000 }: CmsOptions): Cms {
  const send = (name: PublicCallName, body: unknown, patience: number): Promise<Response> => {
    const { method, path } = PUBLIC_CALLS[name];
    return fetch(new URL(path, url), {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
  };
  const call = async <T>(name: PublicCallName, body: unknown, answer: z.ZodType<T>, patience = timeout): Promise<CmsOutcome<T>> => {
    try {
      const response = await send(name, body, patience);
      const value: unknown = await response.json().catch(() => undefined);
      if (response.ok) {
        const parsed = answer.safeParse(value);
        return parsed.success ? { kind: 'ok', answer: parsed.data } : { kind: 'away', reason: 'answer is not in the agreed form' };
      }
      if (!REFUSALS[name].includes(response.status)) return { kind: 'away', reason: `status ${response.status}` };
      const error = publicError.safeParse(value);
      // Without an error in the agreed form it is some other server, or the CMS without its plugin.
      if (!error.success) return { kind: 'away', reason: `status ${response.status} without a reason` };
      return { kind: 'refused', status: response.status, errors: error.data.error.details?.fields ?? [] };
    } catch (error) {
      const { name: kind, cause } = error as Error;
      return { kind: 'away', reason: (cause as NodeJS.ErrnoException | undefined)?.code ?? kind };
    }
  };

  return {
    fileCase: (filing) => call('fileCase', filing, PUBLIC_CALLS.fileCase.answer),
    trackCase: (key) => call('trackCase', key, PUBLIC_CALLS.trackCase.answer),
    rateCase: (rating) => call('rateCase', rating, PUBLIC_CALLS.rateCase.answer),
    openPreview: (link) => call('openPreview', { token: link }, PUBLIC_CALLS.openPreview.answer),
    previewPage: (link, path) => call('previewPage', { token: link, ...(path === undefined ? {} : { path }) }, PUBLIC_CALLS.previewPage.answer, DRAWING),
    adviseOnPreview: (link, submission) => call('adviseOnPreview', { token: link, submission }, PUBLIC_CALLS.adviseOnPreview.answer),
    countSearches: (counts) => call('countSearches', counts, PUBLIC_CALLS.countSearches.answer),
    async previewFile(link, hash) {
      const response = await send('previewFile', { token: link, hash }, DRAWING).catch(() => undefined);
      if (!response?.ok || !response.body) return undefined;
      const { headers, body } = response;
      return { type: headers.get('content-type') ?? 'application/octet-stream', length: headers.get('content-length') ?? undefined, stream: Readable.fromWeb(body as never) };
    },
  };
}
