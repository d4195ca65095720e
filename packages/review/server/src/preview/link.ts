import { createHash } from 'node:crypto';

import type { ClosedReason } from '@mingchuang/content/preview';

import type { Row } from '../store/connection.ts';
import type { Place } from '../versions/content.ts';

/** `frame` for the frames of the admin, `view` to look at, `advice` to look at and answer once. */
export type LinkKind = 'frame' | 'view' | 'advice';

/** A link to the preview of one document. Its token is known to nobody but who has the link. */
export interface Link extends Place {
  id: number;
  kind: LinkKind;
  label?: string;
  origin: string;
  by: { id: number; name: string };
  madeAt: string;
  expiresAt: string;
  revokedAt?: string;
  usedAt?: string;
  openedAt?: string;
}

export type LinkState = 'open' | Exclude<ClosedReason, 'unknown'>;

const DAY = 24 * 60 * 60 * 1000;

/** How long links may be good for, in days, as the panel offers it. */
export const LINK_DAYS = { least: 1, usual: 7, most: 30 } as const;

/** How long a link is good for, ms. Those of the admin's frames are made anew each time the page is opened. */
export const lifeOf = (kind: LinkKind, days: number = LINK_DAYS.usual) => (kind === 'frame' ? 2 * 60 * 60 * 1000 : days * DAY);

/** Whether a link still opens. Who took it back wins over time and use: that is what its holder should hear. */
export function stateOf({ expiresAt, revokedAt, usedAt }: Pick<Link, 'expiresAt' | 'revokedAt' | 'usedAt'>, now: Date): LinkState {
  if (revokedAt) return 'revoked';
  if (usedAt) return 'used';
  return Date.parse(expiresAt) <= now.getTime() ? 'expired' : 'open';
}

/** What of a token is stored. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** Reads a link out of its row. */
export function readLink(row: Row): Link {
  return {
    id: Number(row.id),
    uid: String(row.uid),
    documentId: String(row.document_id),
    locale: String(row.locale),
    kind: row.kind as LinkKind,
    ...(row.label ? { label: String(row.label) } : {}),
    origin: String(row.origin),
    by: { id: Number(row.by_id), name: String(row.by_name) },
    madeAt: String(row.made_at),
    expiresAt: String(row.expires_at),
    ...(row.revoked_at ? { revokedAt: String(row.revoked_at) } : {}),
    ...(row.used_at ? { usedAt: String(row.used_at) } : {}),
    ...(row.opened_at ? { openedAt: String(row.opened_at) } : {}),
  };
}
