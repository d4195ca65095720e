import { expect, type Page } from '@playwright/test';

import { plain, printSheets, type Sheet } from './sheets.ts';

const MM = 72 / 25.4;
/** Narrowest margin of a sheet, less the white half of a bracket at the start or end of a line. */
const MARGIN = 18 * MM - 12;

/** Asks what comes out of the printer, whatever the page looks like on the screen. The page is loaded in its mode. */
export async function askForPaper(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  for (const scheme of ['', 'dark', 'yellow-black', 'yellow-blue']) {
    await page.locator(':root').evaluate((root, value) => (value ? (root.dataset.scheme = value) : delete root.dataset.scheme), scheme);
    expect(await colouredTexts(page), `${name}, colours of ${scheme || 'the standard scheme'} on paper`).toEqual([]);
  }
  const { headings, address, isOfficial, isGuide } = await page.evaluate(() => ({
    headings: [...document.querySelectorAll('main :is(h1, h2, h3, h4, caption, legend)')].filter((one) => one.checkVisibility()).map((one) => one.textContent ?? ''),
    address: document.querySelector('.from')?.textContent?.match(/https:\/\/\S+\//)?.[0],
    isOfficial: document.querySelector('.redhead') !== null,
    isGuide: document.querySelector('.printed') !== null,
  }));
  expect(await leftOver(page), `${name}, of use on the screen alone`).toEqual([]);
  const sheets = await printSheets(page);
  await page.locator(':root').evaluate((root) => delete root.dataset.scheme);

  for (const [at, sheet] of sheets.entries()) {
    expect([Math.round(sheet.width), Math.round(sheet.height)], `${name}, A4`).toEqual([595, 842]);
    const text = sheet.lines.map((line) => line.text);
    expect(text, `${name}, sheet ${at + 1} is counted`).toContain(isOfficial ? `—${at + 1}—` : `${at + 1}/${sheets.length}`);
    expect(outside(sheet), `${name}, sheet ${at + 1}, out of the margins`).toEqual([]);
  }
  expect(lonelyHeadings(sheets, new Set(headings.map(plain))), `${name}, headings at the foot of a sheet`).toEqual([]);
  // Above what is printed, but for guides, which end in a code that leads back, and for official documents.
  const bearer = writtenOn(sheets.at(isOfficial || isGuide ? -1 : 0)!);
  expect(bearer.join(''), `${name}, where it comes from`).toContain(plain(address!));
  expect(bearer.join(''), `${name}, when it was printed`).toMatch(/(打印时间:|Printedat)\d{4}-\d\d-\d\d\d\d:\d\d/);
  const last = writtenOn(sheets.at(-1)!);
  expect(last.length, `${name}, nothing but its origin on the last sheet`).toBeGreaterThan(isOfficial && sheets.length > 1 ? 4 : sheets.length > 1 ? 0 : 2);
}

/** What is written on a sheet, without its count. */
const writtenOn = (sheet: Sheet) => sheet.lines.map(({ text }) => text).filter((text) => !/^(?:—\d+—|\d+\/\d+)$/.test(text));

const outside = ({ lines, width }: Sheet) => lines.filter(({ left, right }) => left < MARGIN || right > width - MARGIN).map(({ text }) => text);

/** Headings that what they head does not follow on the same sheet. */
function lonelyHeadings(sheets: readonly Sheet[], headings: ReadonlySet<string>): string[] {
  return sheets.slice(0, -1).flatMap((sheet) => writtenOn(sheet).slice(-1).filter((text) => headings.has(text)));
}

/** Texts on paper that are neither black nor the red of an issuer. */
function colouredTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => element.checkVisibility() && [...element.childNodes].some(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent!.trim()))
      .filter((element) => !element.closest('.redhead'))
      .filter((element) => getComputedStyle(element)[element.closest('svg') ? 'fill' : 'color'] !== 'rgb(0, 0, 0)')
      .map((element) => `${getComputedStyle(element).color}: ${element.outerHTML.slice(0, 120)}`),
  );
}

/** What nobody can use on paper: ways around the site, buttons, tools; and tables that would not repeat their head. */
function leftOver(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const useless = [...document.querySelectorAll('header nav, footer, .crumb, button, .btn, [role=search], .skip, .shade, gov-panel, gov-toc')];
    const headless = [...document.querySelectorAll('thead')].filter((head) => getComputedStyle(head).display !== 'table-header-group');
    return [...useless, ...headless].filter((element) => element.checkVisibility()).map((element) => element.outerHTML.slice(0, 120));
  });
}
