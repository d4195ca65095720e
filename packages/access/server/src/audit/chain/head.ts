/** Where the chain ends, and how far it has been archived. The one row of `access_audit_head`. */
export interface Head {
  sequence: number;
  hash: string;
  archivedThrough: number;
  /** Hash of the last archived row: what the first row of the table follows. */
  archivedHash: string;
  seal: string;
}

/** What the seal of the head covers: without its key nobody can cut rows off the end. */
export const sealedText = ({ sequence, hash, archivedThrough, archivedHash }: Omit<Head, 'seal'>): string =>
  `head ${sequence} ${hash} ${archivedThrough} ${archivedHash}`;

/** Reads the head as a database gives it. */
export function readHead(row: Record<string, unknown>): Head {
  return {
    sequence: Number(row.sequence),
    hash: String(row.hash),
    archivedThrough: Number(row.archived_through),
    archivedHash: String(row.archived_hash),
    seal: String(row.seal),
  };
}
