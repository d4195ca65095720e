import { encodePicture } from '@mingchuang/pictures';

import type { Report } from '../store/ledger.ts';
import type { StoredVariant } from '../store/pictures.ts';
import type { Workshop } from '../workshop.ts';

/** Pages get their smaller pictures in groups at least this often (milliseconds) while a long queue is worked off. */
const GROUP = 20_000;

/** Makes the variants of one original and stores them. @returns whether pages can show it in more ways than before. */
export async function encodeOne({ objects, pictures, log }: Pick<Workshop, 'objects' | 'pictures' | 'log'>, original: string): Promise<boolean> {
  // Pruned or damaged meanwhile: it is looked at again when it has been fetched.
  if (!objects.has(original)) return false;
  const encoding = await encodePicture(objects.fileOf(original));
  if (encoding.kind === 'encoded') {
    const variants = encoding.variants.map(({ width, format, bytes }): StoredVariant => {
      const stored = objects.put(bytes);
      return { width, format, hash: stored.hash, bytes: stored.bytes };
    });
    pictures.remember(original, { widths: encoding.widths, variants });
    return true;
  }
  if (encoding.kind === 'failed') log.warn({ original }, `图片不能生成小图，页面照常使用原图：${encoding.reason}`);
  pictures.remember(original, { widths: [], variants: [], ...(encoding.kind === 'failed' && { reason: encoding.reason }) });
  return false;
}

/**
 * Works off the pictures that wait for their variants, beside publications: a page goes live with the original and
 * gets the smaller ones a moment later.
 *
 * @returns whether entries have changed by it and pages are to be drawn again.
 */
export async function encodeWaiting(workshop: Workshop, isStopping: () => boolean): Promise<boolean> {
  const { live } = workshop;
  const made = new Set<string>();
  const until = Date.now() + GROUP;
  for (const original of live.waiting) {
    if (isStopping() || Date.now() > until) break;
    if (await encodeOne(workshop, original)) made.add(original);
    live.waiting.delete(original);
  }
  if (made.size > 0) live.refresh(live.keysShowing(made));
  return made.size > 0;
}

/** What operators should know of pictures that could not be read; their pages are live all the same. */
export function reportPictures({ live, pictures }: Pick<Workshop, 'live' | 'pictures'>): Report[] {
  if (!pictures.hasFailures()) return [];
  return [...live.files().values()].flatMap(({ hash, name }) => {
    const reason = hash && pictures.find(hash)?.reason;
    return reason ? [{ reason: `图片“${name}”不能生成小图，页面上是原图，请重新上传：${reason}` }] : [];
  });
}
