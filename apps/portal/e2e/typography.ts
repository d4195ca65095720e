import { expect, type Page } from '@playwright/test';

/** Characters of a line of running text, as clreq has it; half a one for rounding. */
const MEASURE = 40.5;
/** What is set as a title: its last line is never one character. */
const TITLES = 'main :is(h1, h2, h3, caption, .pane b, .links a, .rows a, .named a)';

/** Asks a page whether it is set as Chinese is (clreq): lines not too long, leading, no lone character, no space after a stop. */
export async function askForTypography(page: Page, where: string): Promise<void> {
  expect(await spacedStops(page), `${where}: a space after a full-width mark`).toEqual([]);
  for (const width of [375, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await wrongLines(page), `${where} at ${width} px: measure and leading`).toEqual([]);
    expect(await loneCharacters(page), `${where} at ${width} px: a character alone`).toEqual([]);
  }
}

/** Between a mark and what follows on its line. What citizens wrote is left as they wrote it. */
function spacedStops(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main, footer')].flatMap((part) => part.innerText.match(/.{0,12}[。，；：、！？] [^\s].{0,12}/g) ?? []),
  );
}

function wrongLines(page: Page): Promise<string[]> {
  return page.evaluate((measure) => {
    /** Width of the longest line as it is set, whatever the width of its box. */
    const longestLine = (element: Element): number => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const lines = new Map<number, { left: number; right: number }>();
      for (const { left, right, bottom } of range.getClientRects()) {
        const line = lines.get(Math.round(bottom / 8)) ?? { left, right };
        lines.set(Math.round(bottom / 8), { left: Math.min(left, line.left), right: Math.max(right, line.right) });
      }
      return Math.max(...[...lines.values()].map(({ left, right }) => right - left));
    };
    return [...document.querySelectorAll<HTMLElement>('main p')]
      .filter((element) => element.checkVisibility() && !element.closest('.vh') && element.innerText.trim().length > 30)
      .flatMap((element) => {
        const { fontSize, lineHeight, lineBreak } = getComputedStyle(element);
        const size = parseFloat(fontSize);
        const leading = parseFloat(lineHeight) / size;
        const characters = longestLine(element) / size;
        const right = characters <= measure && leading >= 1.5 && leading <= 2 && lineBreak === 'strict';
        return right ? [] : [`${characters.toFixed(1)} characters, ${leading.toFixed(2)}: ${element.innerText.slice(0, 40)}`];
      });
  }, MEASURE);
}

function loneCharacters(page: Page): Promise<string[]> {
  return page.evaluate((titles) => {
    /** Characters of the last line, and whether it is the only one. */
    const lastLine = (element: Element): { count: number; only: boolean } => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      const range = document.createRange();
      let bottom: number | undefined;
      let count = 0;
      for (const text of texts.reverse())
        for (let at = text.length - 1; at >= 0; at--) {
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          const box = range.getClientRects()[0];
          if (!box?.width) continue;
          if (bottom !== undefined && box.bottom < bottom - 8) return { count, only: false };
          bottom ??= box.bottom;
          if (/[^\s，。！？；：、）》”…]/.test(text.data[at]!)) count++;
        }
      return { count, only: true };
    };
    return [...document.querySelectorAll<HTMLElement>(titles)].filter((element) => element.checkVisibility() && !element.closest('.vh')).flatMap((element) => {
      const { count, only } = lastLine(element);
      // A tag behind a title keeps its last character company.
      return !only && count < 2 && !element.nextElementSibling?.matches('.tag') ? [element.innerText] : [];
    });
  }, TITLES);
}
