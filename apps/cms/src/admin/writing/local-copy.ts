import { keyOf, type FormIdentity, type LocalCopy, type Values } from './draft-key.ts';

const PREFIX = 'mingchuang-writing|';
/** Copies nobody came back for are forgotten after this, ms. */
const LIFE = 14 * 24 * 60 * 60 * 1000;

const parse = (text: string | null): LocalCopy | undefined => {
  if (!text) return undefined;
  try {
    return JSON.parse(text) as LocalCopy;
  } catch {
    return undefined;
  }
};

/** Keeps what is in a form on this device. Answers whether there was room. */
export function writeLocalCopy(identity: FormIdentity, values: Values, now: Date): boolean {
  const copy: LocalCopy = { savedAt: now.toISOString(), values };
  try {
    window.localStorage.setItem(keyOf(identity), JSON.stringify(copy));
    return true;
  } catch {
    // The browser's room is used up or closed to us; the panel says so.
    return false;
  }
}

/** What was kept of a form, if anything. */
export const readLocalCopy = (identity: FormIdentity): LocalCopy | undefined => parse(window.localStorage.getItem(keyOf(identity)));

/** Forgets a copy. */
export const removeLocalCopy = (identity: FormIdentity): void => window.localStorage.removeItem(keyOf(identity));

/** Forgets copies nobody came back for. */
export function removeOldCopies(now: Date): void {
  const names = Object.keys(window.localStorage).filter((name) => name.startsWith(PREFIX));
  for (const name of names) {
    const savedAt = parse(window.localStorage.getItem(name))?.savedAt;
    if (!savedAt || now.getTime() - Date.parse(savedAt) > LIFE) window.localStorage.removeItem(name);
  }
}

/** Documents a person has begun on this device and never saved, newest first. */
export function listUnsavedNew(userId: number | string): { uid: string; locale: string; savedAt: string; title: string }[] {
  const beginning = `${PREFIX}${userId}|`;
  const found = Object.keys(window.localStorage).flatMap((name) => {
    if (!name.startsWith(beginning)) return [];
    const [uid = '', documentId, locale = ''] = name.slice(beginning.length).split('|');
    const copy = parse(window.localStorage.getItem(name));
    if (documentId !== 'new' || !copy) return [];
    return [{ uid, locale, savedAt: copy.savedAt, title: typeof copy.values.title === 'string' ? copy.values.title : '' }];
  });
  return found.sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}
