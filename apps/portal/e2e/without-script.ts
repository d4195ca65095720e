import { expect, type Page } from '@playwright/test';

/** Asks a page that was loaded without script whether it can be used whole: nothing dead, nothing that waits for a script. */
export async function askWithoutScript(page: Page, name: string): Promise<void> {
  expect(await deadParts(page), `${name} without script, of no use`).toEqual([]);
  expect(await waitingParts(page), `${name} without script, never shown`).toEqual([]);
}

/** Buttons that send nothing, fields that nothing sends, links that lead nowhere. */
function deadParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isSent = (form: HTMLFormElement | null) => form?.hasAttribute('action') && form.querySelector('button:not([type=button]), input[type=submit]') !== null;
    const isDead = (element: Element): boolean => {
      if (element instanceof HTMLButtonElement) return element.type !== 'submit' || !isSent(element.form);
      if (element instanceof HTMLAnchorElement) {
        const href = element.getAttribute('href');
        if (!href) return true;
        return href.startsWith('#') && href.length > 1 && document.getElementById(decodeURIComponent(href.slice(1))) === null;
      }
      return !isSent((element as HTMLInputElement).form);
    };
    return [...document.querySelectorAll('a, button, input, select, textarea')].filter((element) => element.checkVisibility() && isDead(element)).map((element) => element.outerHTML.slice(0, 120));
  });
}

/** What is hidden in the HTML for a script to show: only an element of ours may, which adds to what is there without it. */
function waitingParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isOurs = (element: Element | null): boolean => element !== null && (element.localName.startsWith('gov-') || isOurs(element.parentElement));
    // The notes of the page about offline reading are laid by its worker into pages that are read again.
    const isLaid = (element: Element) => element.matches('[data-part=kept], [data-part=changed]');
    const isWaiting = (element: Element) => !isOurs(element) && !isLaid(element) && !element.hasAttribute('data-printed') && (element.matches('[hidden]') || /正在(加载|读取)|请开启\s*JavaScript/i.test(element.textContent ?? ''));
    return [...document.querySelectorAll('main [hidden], main p, [data-printed], body > [hidden]')].filter(isWaiting).map((element) => element.outerHTML.slice(0, 120));
  });
}
