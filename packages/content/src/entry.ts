import { z } from 'zod';

/** The locales content is written in; 繁體 is made from `zh-Hans` and never stored. */
export const LOCALES = ['zh-Hans', 'en'] as const;
export const DEFAULT_LOCALE = 'zh-Hans';
export const locale = z.enum(LOCALES);
export type Locale = z.infer<typeof locale>;

/** Points at another document by identity. The target may be unpublished: look it up in the snapshot. */
export const ref = z.object({ type: z.string(), documentId: z.string() });
export type Ref = z.infer<typeof ref>;

/**
 * A file of the CMS as an entry shows it. `version` changes whenever its bytes or its description do.
 * `hash` (SHA-256 of the bytes, first 32 hex digits) is known once the publisher has fetched it.
 */
export const fileRef = z.object({
  id: z.string(),
  /** The name a visitor sees and saves, with its extension. */
  name: z.string(),
  mime: z.string(),
  /** Bytes. */
  size: z.number(),
  /** Pixels, for pictures. */
  width: z.number().optional(),
  height: z.number().optional(),
  /** Text alternative, written by the editor. */
  alt: z.string().optional(),
  caption: z.string().optional(),
  version: z.string(),
  hash: z.string().optional(),
  /** Widths in which a picture is offered as AVIF and WebP; left out until they are made, or when there are none. */
  widths: z.array(z.number()).optional(),
});
export type FileRef = z.infer<typeof fileRef>;

/** The filled cells of a form of statutory tables: a figure by the key of its cell. */
export const figures = z.record(z.string(), z.number());
export type Figures = z.infer<typeof figures>;

/** What the public is told of changes since the first publication, the newest first; `on` is YYYY-MM-DD. */
export const changeNotes = z.array(z.object({ on: z.string(), note: z.string() }));
export type ChangeNotes = z.infer<typeof changeNotes>;

/** What every entry carries beside its data. A key is `type:documentId:locale`. */
export interface EntryEnvelope {
  type: string;
  documentId: string;
  locale: Locale;
  /** Digest of everything in `data` and of every file it names: equal versions mean equal content. */
  version: string;
  /** Files named in the body as `media:<id>`, which no attribute of `data` holds. */
  bodyFiles?: FileRef[];
}

/** The key an entry is stored and replaced under. */
export function entryKey(entry: { type: string; documentId: string; locale: string }): string {
  return `${entry.type}:${entry.documentId}:${entry.locale}`;
}
