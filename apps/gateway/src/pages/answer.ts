import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';

import type { FormValues } from '../cases/read-form.ts';
import type { View } from './draw-page.ts';
import type { Notice } from './fallback-page.ts';

/** A request that is answered for one visitor. */
export interface Visit {
  view: View;
  query: URLSearchParams;
  /** What was typed, for a form that was sent. */
  form: FormValues;
  headers: IncomingHttpHeaders;
  /** The host the visitor sees. */
  host: string;
  /** What limits are counted by: an IPv4 address or the network of an IPv6 one. Never logged. */
  visitor: string;
}

/** What the visitor gets. Never stored by anyone on the way. */
export type Answer =
  | { kind: 'page'; status: number; html: string }
  | { kind: 'notice'; notice: Notice; retryAfter?: number }
  /** There is nothing here: the site's own page for that is shown. */
  | { kind: 'missing' }
  /** Something other than one of the site's own pages, with headers of its own. */
  | { kind: 'document'; status: number; type: string; body: string | Readable; headers: Record<string, string> }
  /** Goes on by GET, so that a reload sends nothing again. The path is without the prefixes of the mode. */
  | { kind: 'see-other'; path: string };
