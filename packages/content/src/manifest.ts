import { z } from 'zod';

/** Where an address of a release leads. */
export const route = z.union([
  z.object({
    /** SHA-256 of the object's bytes, first 32 hex digits; the object lies at `objects/<first 2>/<rest>`. */
    hash: z.string(),
    type: z.string(),
    bytes: z.number().int(),
    status: z.union([z.literal(200), z.literal(404), z.literal(410)]).default(200),
    /** Digest the page was planned by; files have none. */
    digest: z.string().optional(),
    /** Never changes under this address: hashed assets, media, search shards. */
    immutable: z.boolean().optional(),
  }),
  z.object({ status: z.literal(301), location: z.string() }),
]);
export type Route = z.infer<typeof route>;

/**
 * A release: everything a site serves, at one moment. Stored as `releases/<id>.json`, whole or as the difference
 * to `parent`, each with its Ed25519 signature over the exact bytes in `releases/<id>.sig` (base64).
 * `releases/current` holds the id being served and is replaced by rename. Further sites of a publisher have theirs in `sites/<key>/releases/`; objects are shared.
 */
export const manifest = z.object({
  format: z.literal(1),
  /** `YYYYMMDDTHHMMSSmmmZ-` and eight random hex digits: sorts by time. */
  id: z.string(),
  parent: z.string().nullable(),
  epoch: z.string(),
  sequence: z.number().int(),
  /** Fencing token of the publisher that made it. */
  fence: z.number().int(),
  madeAt: z.string(),
  rendererVersion: z.string(),
  /**
   * The site it is a release of (documentId), the host names it answers for, Chinese ones in their ASCII form, and the
   * domains of its sister sites, whose indexes its search page may ask.
   */
  site: z.object({ id: z.string(), hosts: z.array(z.string()), sisters: z.array(z.string()).optional() }).optional(),
  /** True when `routes` are all routes; otherwise they are laid over the parent's and `removed` are taken away. */
  whole: z.boolean(),
  routes: z.record(z.string(), route),
  removed: z.array(z.string()),
});
export type Manifest = z.infer<typeof manifest>;

/** Path of an object below the data folder's `objects`. Compressed siblings end in `.br` and `.gz`. */
export function objectPath(hash: string): string {
  return `${hash.slice(0, 2)}/${hash.slice(2)}`;
}
