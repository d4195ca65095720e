import { currentLocale } from '../strings/locale.ts';

/** Pieces that are kept at once: those of the frame, of every language and of the sites a publisher has. */
const MOST = 64;
const kept = new Map<string, Promise<string>>();

/**
 * Draws a piece of a page, or answers it as it was drawn before: the foot is the same on a hundred thousand pages.
 * @param name Of the piece.
 * @param of All it is made of, but for the language.
 */
export function keep(name: string, of: unknown, draw: () => Promise<string>): Promise<string> {
  const key = JSON.stringify([name, currentLocale(), of]);
  const piece = kept.get(key) ?? draw();
  kept.delete(key);
  kept.set(key, piece);
  piece.catch(() => kept.delete(key));
  if (kept.size > MOST) kept.delete(kept.keys().next().value!);
  return piece;
}
