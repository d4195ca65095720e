import { PUBLIC_CALLS, publicError } from '@mingchuang/content';
import type { CaseFiling, CaseKey, CaseRating, CaseTracking, FieldError, LetterTracking, PublicCallName } from '@mingchuang/content';
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
};

/** Connects the gateway to the CMS with its own token. */
export function connectCms({ url, token, timeout = 5000 }: CmsOptions): Cms {
  const call = async <T>(name: PublicCallName, body: unknown, answer: z.ZodType<T>): Promise<CmsOutcome<T>> => {
    const { method, path } = PUBLIC_CALLS[name];
    try {
      const response = await fetch(new URL(path, url), {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(timeout),
      });
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
  };
}
