import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, sep } from 'node:path';

import type { PageSelectors } from '../mapping-pages';
import { decodeText } from './decode-text';
import { readHtmlPage } from './html-page';
import { readMarkdownPage } from './markdown-page';
import { SourceError } from './source-error';
import type { SourceRow } from './source-row';
import { readWordDocument } from './word-document';

/** Folders a browser saves a page's pictures and frames in: what is HTML there is no page of the site. */
const COMPANION = /([_.]files|_文件)$/i;

/** Every file below a folder, in a stable order; hidden ones and links to elsewhere are left out. */
export function* filesBelow(folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const place = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(place);
    else if (entry.isFile()) yield place;
  }
}

type Reading = Partial<Pick<SourceRow, 'value' | 'unreadable' | 'skipped'>>;
type Reader = (bytes: Buffer, settings: FolderSettings) => Reading | Promise<Reading>;

export interface FolderSettings {
  /** Where the folder lay on the old site: `/` or, for a part of it, `/zwgk/`. */
  under: string;
  pages?: PageSelectors | undefined;
}

const readHtml: Reader = (bytes, { pages }) => {
  if (!pages) throw new SourceError('映射里没有 pages：请说明网页里哪里是标题、哪里是正文。写法见 docs/import.md。');
  return readHtmlPage(decodeText(bytes), pages);
};

const READERS: Record<string, Reader> = {
  '.html': readHtml,
  '.htm': readHtml,
  '.shtml': readHtml,
  '.md': (bytes) => readMarkdownPage(decodeText(bytes)),
  '.markdown': (bytes) => readMarkdownPage(decodeText(bytes)),
  '.docx': (bytes) => readWordDocument(bytes),
};

export const isPageFile = (file: string): boolean => extname(file).toLowerCase() in READERS;

/** On a saved site only pages are documents, what else lies there is attached to them. */
function isDocument(file: string, { pages }: FolderSettings): boolean {
  if (pages ? READERS[extname(file).toLowerCase()] !== readHtml : !isPageFile(file)) return false;
  // `~$` marks the lock of a document that is open in a word processor.
  return !basename(file).startsWith('~$') && !dirname(file).split(sep).some((part) => COMPANION.test(part));
}

/** Reads one page, document or Markdown file as a row; its names come from where it lies. */
export async function readPageFile(file: string, root: string, settings: FolderSettings): Promise<Pick<SourceRow, 'place' | 'value' | 'unreadable' | 'skipped'>> {
  const path = relative(root, file).split(sep).join('/');
  const name = basename(path, extname(path));
  const folder = dirname(path) === '.' ? '' : dirname(path);
  const origin = { _address: settings.under + path, _file: path, _name: name, _folder: folder, _format: 'html' };
  const { value = {}, ...rest } = await READERS[extname(file).toLowerCase()]!(readFileSync(file), settings);
  return { place: path, ...rest, value: { title: name, ...definedOf(value), ...origin } };
}

const definedOf = (value: object) => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined && part !== ''));

/**
 * Reads a folder. With selectors for pages every saved page (.html, .htm, .shtml) below it is a row, without them every
 * DOCX document and Markdown file.
 * @throws {SourceError} When it holds none of them.
 */
export async function* readFolder(folder: string, settings: FolderSettings): AsyncGenerator<SourceRow> {
  const files = [...filesBelow(folder)].filter((file) => isDocument(relative(folder, file), settings));
  if (!files.length) throw new SourceError(`${folder} 里没有${settings.pages ? '网页（.html）' : '文档（.docx）或 Markdown（.md）'}。`);
  for (const [index, file] of files.entries()) {
    yield { file: folder, progress: (index + 1) / files.length, ...(await readPageFile(file, folder, settings)) };
  }
}
