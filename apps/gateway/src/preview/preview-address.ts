import { PREVIEW_ROOT, splitMode, type Mode } from '@mingchuang/content';

/** What an address below /preview/ asks for. */
export type PreviewAddress =
  /** What the link is for, and the form. */
  | { kind: 'reception'; token: string }
  /** The page of the document, wherever it will be. */
  | ({ kind: 'document'; token: string } & Mode)
  /** A page or file of the site with the draft in it. */
  | ({ kind: 'page'; token: string; path: string } & Mode);

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Where a preview begins. */
export const receptionPath = (token: string) => `${PREVIEW_ROOT}${token}/`;
/** What stands before the addresses of the site in a preview. */
export const pagesPath = (token: string) => `${PREVIEW_ROOT}${token}/page`;

/** Reads an address below /preview/. Nothing when it cannot be one. */
export function readPreviewAddress(path: string): PreviewAddress | undefined {
  const [token = '', ...rest] = path.slice(PREVIEW_ROOT.length).split('/');
  if (!TOKEN.test(token)) return undefined;
  const [part = '', ...below] = rest;
  if (part === '' && below.length === 0) return { kind: 'reception', token };
  const address = splitMode(`/${below.join('/')}`);
  if (part === 'page') return { kind: 'page', token, ...address };
  const { path: _, ...mode } = address;
  return part === 'document' ? { kind: 'document', token, ...mode } : undefined;
}
