import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';

import type { FileParts } from './file-parts.ts';

/** Longer ones are books; the first pages tell whether there are lists of people in them. */
const PAGES = 300;

interface Item {
  str?: string;
  hasEOL?: boolean;
}
interface Pdf {
  numPages: number;
  getPage(number: number): Promise<{ getTextContent(): Promise<{ items: Item[] }>; cleanup(): void }>;
  destroy(): Promise<void>;
}
interface PdfJs {
  getDocument(options: object): { promise: Promise<Pdf> };
}

/** Reads the words of a PDF page by page. Pictures of words, as scanners make them, hold none. */
export async function readPdf(bytes: Uint8Array): Promise<FileParts> {
  // It draws with classes of a browser, which reading does not need.
  const browser = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) browser[name] ??= class {};
  const pdfjs = (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as PdfJs;
  // Chinese fonts that are not embedded name their letters by tables that come with the library.
  const folder = dirname(createRequire(__filename).resolve('pdfjs-dist/package.json'));
  const pdf = await pdfjs.getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: join(folder, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts') + sep,
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: 0,
  }).promise;
  try {
    const parts = [];
    for (let number = 1; number <= Math.min(pdf.numPages, PAGES); number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      parts.push({ where: `第 ${number} 页`, text: items.map(({ str = '', hasEOL }) => str + (hasEOL ? '\n' : '')).join('') });
      page.cleanup();
    }
    return { parts, hidden: [] };
  } finally {
    await pdf.destroy();
  }
}
