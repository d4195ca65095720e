import type { Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A line of text on a sheet; lengths in points, from the left and from the foot. */
export interface Line {
  text: string;
  left: number;
  right: number;
  foot: number;
}

export interface Sheet {
  width: number;
  height: number;
  /** From the top to the foot. */
  lines: Line[];
}

/** The sheets that come out of the printer for the page as it stands, with what is written on each. */
export async function printSheets(page: Page): Promise<Sheet[]> {
  const bytes = await page.pdf({ preferCSSPageSize: true });
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const sheets = Array.from({ length: pdf.numPages }, async (_, at) => {
    const sheet = await pdf.getPage(at + 1);
    const { width, height } = sheet.getViewport({ scale: 1 });
    const { items } = await sheet.getTextContent();
    return { width, height, lines: linesOf(items.flatMap((item) => ('str' in item && item.str.trim() ? [item] : []))) };
  });
  const printed = await Promise.all(sheets);
  await pdf.destroy();
  return printed;
}

/** The same text however the fonts write it: without spaces, radicals as the characters they are. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

function linesOf(items: readonly { str: string; width: number; transform: number[] }[]): Line[] {
  const lines: Line[] = [];
  for (const { str, width, transform } of items) {
    const [left, foot] = [transform[4]!, transform[5]!];
    const line = lines.find((one) => Math.abs(one.foot - foot) < 2);
    if (!line) lines.push({ text: plain(str), left, right: left + width, foot });
    else Object.assign(line, { text: line.text + plain(str), left: Math.min(line.left, left), right: Math.max(line.right, left + width) });
  }
  return lines.sort((a, b) => b.foot - a.foot);
}
