import { expect, type Page } from '@playwright/test';

import { askForTypography } from './typography.ts';

/** WCAG 2.2, 1.4.12: what a reader may set without losing anything. */
const SPACING = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

/** Main functions: 44 px high for everyone, 60 px for the elderly (DESIGN: targets). */
const MAIN = '.btn, .in, .pane, .jobs a, .find button, .nav a, .tick, .pick, .pager a, main summary';
/** Small links of the tools and the foot have 36 px of their own, as the official marks beside them do. */
const SMALL = 24;

/**
 * Asks a page what a reader needs who sees little, moves little, or has set the browser up for that. The page is loaded
 * once; modes are set as their address would.
 */
export async function askEveryQuestion(page: Page, name: string): Promise<void> {
  await askForTypography(page, name);
  await askForRoom(page, name, {
    320: (where) => askForSpacing(page, where),
    375: async (where, isElderly) => {
      expect(await smallTargets(page, isElderly), `targets of ${where}`).toEqual([]);
      await askForSystemColours(page, where);
    },
  });
  expect(await movingParts(page), `motion of ${name}`).toEqual([]);
}

/**
 * 1.4.10 and 1.4.4: 320 px, which is 1280 px at 400 %; 200 %; text alone doubled.
 * @param more What else is asked in a window of that width: changing the window costs more than changing the mode.
 */
async function askForRoom(page: Page, name: string, more: Record<number, (where: string, isElderly: boolean) => Promise<void>>): Promise<void> {
  for (const [width, height, size] of [
    [320, 256, '100%'],
    [375, 800, '100%'],
    [640, 512, '100%'],
    [1280, 1024, '200%'],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const mode of ['standard', 'elderly'] as const) {
      await page.evaluate(([value, fontSize]) => {
        document.documentElement.dataset.mode = value;
        document.documentElement.style.fontSize = fontSize;
      }, [mode, size] as const);
      const where = `${name}, ${mode}`;
      expect(await overflowOf(page), `${where} at ${width} px, ${size}`).toEqual([]);
      expect(await coveredHeight(page), `${where} at ${width} × ${height}: what stays in place`).toBeLessThanOrEqual(height / 4);
      await more[width]?.(where, mode === 'elderly');
    }
  }
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
}

async function askForSpacing(page: Page, where: string): Promise<void> {
  await page.evaluate((css) => {
    // The policy of the page refuses style elements; a sheet made by script is not one.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, SPACING);
  expect(await overflowOf(page), `${where} with text spacing`).toEqual([]);
  expect(await cutOff(page), `${where} with text spacing, cut off`).toEqual([]);
  await page.evaluate(() => (document.adoptedStyleSheets = []));
}

/** With the colours of the system what is drawn is seen, and no ornament is left over. */
async function askForSystemColours(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  const lost = await page.evaluate(() => {
    const numbers = (colour: string) => (/^rgba?\((.*)\)$/.exec(colour)?.[1] ?? '').split(/[\s,]+/).map(Number);
    const luminance = (colour: string) => {
      const [red, green, blue] = numbers(colour).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
    };
    const canvas = luminance(getComputedStyle(document.body).backgroundColor);
    const drawn = [...document.querySelectorAll<SVGElement>('.chart rect, .chart text, .chart tspan')].filter((shape) => shape.checkVisibility());
    const pale = drawn.filter((shape) => {
      const own = luminance(getComputedStyle(shape).fill);
      return (Math.max(own, canvas) + 0.05) / (Math.min(own, canvas) + 0.05) < 3;
    });
    const left = [...document.querySelectorAll('.shade')].filter((shape) => shape.checkVisibility());
    return [...pale, ...left].map((element) => element.outerHTML.slice(0, 120));
  });
  await page.emulateMedia({ forcedColors: 'none' });
  expect(lost, `${where} in the system's colours`).toEqual([]);
}

/** What stands out of the window at the end of the line; empty when nothing does. */
function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 1);
    return [`${scrollWidth - clientWidth} px too wide`, ...out.slice(-3).map((element) => element.outerHTML.slice(0, 120))];
  });
}

/** Height of the window that fixed and stuck parts can take from the text; what stands beside it takes none. */
function coveredHeight(page: Page): Promise<number> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position) && element.checkVisibility())
      .map((element) => element.getBoundingClientRect())
      .filter(({ width }) => width > window.innerWidth / 2)
      .reduce((sum, { height }) => sum + height, 0),
  );
}

/** Texts whose box hides what does not fit. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        if (![overflowX, overflowY].some((value) => ['hidden', 'clip'].includes(value))) return false;
        if (!element.checkVisibility() || element.closest('.vh, svg, thead')) return false;
        // What stays in the window is cut off by no box.
        const texts = [...element.querySelectorAll('*')].filter((child) => !child.closest('svg, .vh') && getComputedStyle(child).position !== 'fixed');
        const box = element.getBoundingClientRect();
        return texts.some((child) => child.getBoundingClientRect().bottom > box.bottom + 1);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

/**
 * 2.5.8: targets that are too small to hit. Links in a line of text are as high as it, and so are those that have a
 * larger one to the same place.
 */
function smallTargets(page: Page, isElderly: boolean): Promise<string[]> {
  return page.evaluate(
    ([main, least, mainLeast]) => {
      const isInText = (element: Element) => {
        const block = element.closest('p, li, td, th, dd, h2, h3, figcaption, caption, div');
        return element.matches('a') && getComputedStyle(element).display === 'inline' && block?.textContent?.trim() !== element.textContent?.trim();
      };
      return [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, label.pick, label.tick')]
        .filter((element) => element.checkVisibility() && !element.closest('.vh, .trap, .read') && !element.matches('.skip, label input'))
        .flatMap((element) => {
          const { width, height } = element.getBoundingClientRect();
          const wanted = element.matches(main) ? mainLeast : least;
          const isSmall = height + 0.5 < wanted || width + 0.5 < least;
          return isSmall && !isInText(element) ? [`${Math.round(width)} × ${Math.round(height)}, not ${wanted}: ${element.outerHTML.slice(0, 120)}`] : [];
        });
    },
    [MAIN, isElderly ? 44 : SMALL, isElderly ? 60 : 44] as const,
  );
}

/** What still moves for a reader who asked for less motion. */
async function movingParts(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('body, body *')]
      .filter((element) => {
        const { display, transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        // The tracks of a film are in no picture of the page, and newer browsers give them no style.
        if (display === '') return false;
        return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth';
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  return moving;
}
