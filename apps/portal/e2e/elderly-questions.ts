import { expect, type Page } from '@playwright/test';

/**
 * Asks a page in elderly mode what the rules for old age ask (工信部《互联网网站适老化通用设计规范》, 《移动互联网应用（APP）适老化
 * 通用设计规范》): large letters, room between lines, one column, one level of menu, the way back, home and help in sight.
 */
export async function askForOldAge(page: Page, name: string): Promise<void> {
  for (const width of [375, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const where = `${name} at ${width} px`;
    expect(await smallLetters(page), `${where}, letters under 18 px`).toEqual([]);
    expect(await tightLines(page), `${where}, lines closer than 1.5`).toEqual([]);
    expect(await columnsBeside(page), `${where}, more than one column`).toEqual([]);
    for (const at of [0, 99_999]) expect(await waysInSight(page, at), `${where}, always in sight`).toEqual(['back', 'home', 'help'].slice(/^\/elder\/$/.test(new URL(page.url()).pathname) ? 1 : 0));
  }
  expect(await page.locator('nav ul ul, details details').count(), `${name}, menus within menus`).toBe(0);
  expect(await firstStops(page), `${name}, first in the order of the keyboard`).toEqual(['#main', 'standard']);
  expect(await linksOut(page), `${name}, links that leave the mode`).toEqual([]);
  expect(await lettersAt(page, '1.5'), `${name}, letters as large as they can be chosen`).toBeGreaterThanOrEqual(30);
}

function smallLetters(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => [...element.childNodes].some(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent!.trim()))
      .filter((element) => element.checkVisibility() && !element.closest('.vh, .skip, sup, sub, rt, gov-panel [hidden]'))
      .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 18)
      .map((element) => `${getComputedStyle(element).fontSize}: ${element.outerHTML.slice(0, 120)}`),
  );
}

function tightLines(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main :is(p, li, dd, td)')]
      .filter((element) => element.checkVisibility() && !element.closest('.vh') && [...element.childNodes].some(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent!.trim().length > 20))
      .filter((element) => {
        const { lineHeight, fontSize } = getComputedStyle(element);
        return Number.parseFloat(lineHeight) / Number.parseFloat(fontSize) < 1.5;
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

function columnsBeside(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main :is(.cols, .sec, .two, .panes, .pairs > li)')]
      .filter((element) => element.checkVisibility() && getComputedStyle(element).display === 'grid')
      .filter((element) => getComputedStyle(element).gridTemplateColumns.split(' ').length > 1)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

/** Which of the three ways can be pressed where the page is scrolled to. */
function waysInSight(page: Page, top: number): Promise<string[]> {
  return page.evaluate((scroll) => {
    window.scrollTo({ top: scroll, behavior: 'instant' });
    const ways = { back: '.back', home: '.always a:first-child', help: '.always a[href^="tel:"]' };
    return Object.entries(ways).flatMap(([way, selector]) => {
      const link = document.querySelector(selector);
      const box = link?.getBoundingClientRect();
      const isOpen = box && box.height >= 59.5 && link!.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
      return isOpen ? [way] : [];
    });
  }, top);
}

async function firstStops(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input')]
      .filter((element) => element.checkVisibility())
      .slice(0, 2)
      .map((element) => element.dataset.to ?? element.getAttribute('href') ?? ''),
  );
}

/** Links to pages of this site that lead out of the mode; files are the same in both. */
function linksOut(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]:not([data-to])')]
      .filter(({ origin, pathname }) => origin === location.origin && pathname.endsWith('/') && !pathname.startsWith('/elder/'))
      .map((link) => link.outerHTML.slice(0, 120)),
  );
}

function lettersAt(page: Page, size: string): Promise<number> {
  return page.evaluate((value) => {
    document.documentElement.dataset.size = value;
    const px = Number.parseFloat(getComputedStyle(document.body).fontSize);
    delete document.documentElement.dataset.size;
    return px;
  }, size);
}
