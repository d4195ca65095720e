import { maskName, maskNumbers } from './mask.ts';

export interface NoticeEntry {
  name?: string | null;
  subject?: 'person' | 'organisation' | null;
  [field: string]: unknown;
}

/** The parts of a public notice that may hold what must not be published. */
export interface Notice {
  namesMasked?: boolean | null;
  entries?: NoticeEntry[] | null;
  [field: string]: unknown;
}

const TEXTS = ['title', 'summary', 'body', 'contact'];
const isPerson = ({ subject }: NoticeEntry) => subject !== 'organisation';

/**
 * A notice with identity, mobile and bank card numbers hidden wherever they stand and, where its names are masked,
 * the names of people hidden in its list and in its texts. Organisations keep their names and codes. Masking what is
 * masked changes nothing.
 */
export function maskNotice<N extends Notice>(notice: N): N {
  const entries = Array.isArray(notice.entries) ? notice.entries : [];
  const masksNames = notice.namesMasked !== false;
  const people = masksNames ? entries.filter(isPerson).map(({ name }) => name?.trim() ?? '') : [];
  const texts = TEXTS.flatMap((field) => {
    const text = notice[field];
    return typeof text === 'string' ? [[field, maskNumbers(maskNames(text, people))]] : [];
  });
  const disclosure = notice.disclosure as { summary?: unknown } | null | undefined;
  const summary = disclosure?.summary;
  return {
    ...notice,
    ...Object.fromEntries(texts),
    ...(entries.length > 0 ? { entries: entries.map((entry) => maskEntry(entry, masksNames)) } : {}),
    ...(typeof summary === 'string'
      ? { disclosure: { ...disclosure, summary: maskNumbers(maskNames(summary, people)) } }
      : {}),
  };
}

/** Names of one character would take ordinary words apart. */
const maskNames = (text: string, names: readonly string[]) =>
  [...new Set(names)]
    .filter((name) => [...name].length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((masked, name) => masked.replaceAll(name, maskName(name)), text);

function maskEntry(entry: NoticeEntry, masksNames: boolean): NoticeEntry {
  const isHidden = isPerson(entry);
  return Object.fromEntries(
    Object.entries(entry).map(([field, value]) => {
      if (typeof value !== 'string') return [field, value];
      if (field === 'name' && isHidden && masksNames) return [field, maskNumbers(maskName(value))];
      // A credit code of an organisation may look like an identity number and is public.
      return [field, field === 'code' && !isHidden ? value : maskNumbers(value)];
    }),
  ) as NoticeEntry;
}
