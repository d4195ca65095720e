import { expect, type Locator, type Page } from '@playwright/test';

/** Somebody who has a keyboard and nothing else. After every press the focus is looked for, as they would. */
export interface KeyboardWalk {
  /** Types an address into the bar. */
  open(address: string): Promise<void>;
  /** Presses Tab until the focus is there. @param atMost Presses it may take. */
  tabTo(goal: Locator, atMost: number): Promise<void>;
  /** Tabs to something and presses Enter on it; waits for the page it leads to. */
  follow(goal: Locator, atMost: number): Promise<void>;
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Passes over what every page has, by the link that is there for it. */
  skip(): Promise<void>;
}

/** @param page A page that nothing else moves. */
export function walkByKeyboard(page: Page): KeyboardWalk {
  const has = (goal: Locator) => goal.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement));

  async function tabTo(goal: Locator, atMost: number): Promise<void> {
    await expect(goal.first()).toBeVisible();
    const passed: string[] = [];
    while (!(await has(goal))) {
      expect(passed.length, `presses of Tab to ${String(goal)}; passed ${passed.slice(-5).join(', ')}`).toBeLessThan(atMost);
      await page.keyboard.press('Tab');
      passed.push(await seeFocus(page));
    }
  }

  async function press(key: string): Promise<void> {
    await page.keyboard.press(key);
  }

  return {
    open: async (address) => void (await page.goto(address)),
    tabTo,
    async follow(goal, atMost) {
      await tabTo(goal, atMost);
      const from = page.url();
      await press('Enter');
      await page.waitForURL((to) => to.href !== from);
      await page.waitForLoadState();
    },
    press,
    type: (text) => page.keyboard.type(text),
    async skip() {
      await press('Tab');
      await expect(page.locator('.skip')).toBeFocused();
      await seeFocus(page);
      await press('Enter');
      await expect(page.locator('main')).toBeFocused();
    },
  };
}

/**
 * Looks for the focus as an eye does: something has it, it stands in the window, nothing lies over it (WCAG 2.2, 2.4.11),
 * and its frame is wide enough and stands out from what is around it (2.4.7, 2.4.13).
 * @returns What has it, in words.
 */
async function seeFocus(page: Page): Promise<string> {
  const seen = await page.evaluate(() => {
    const active = document.activeElement;
    if (!active || active === document.body || active === document.documentElement) return { name: 'nothing', faults: ['the focus is lost'] };
    const name = (active.textContent?.trim() || active.getAttribute('aria-label') || active.getAttribute('name') || active.tagName).replace(/\s+/g, ' ').slice(0, 30);
    const faults: string[] = [];

    const places = [...active.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    const points = places.flatMap(({ left, top, width, height }) =>
      [0.1, 0.5, 0.9].flatMap((across) => [0.2, 0.5, 0.8].map((down) => [left + width * across, top + height * down] as const)),
    );
    const isOwn = (element: Element | null) => element !== null && (active.contains(element) || element.contains(active) || element.closest('label')?.contains(active));
    const open = points.filter(([x, y]) => isOwn(document.elementFromPoint(x, y)));
    if (points.length === 0) faults.push('what has the focus has no place');
    else if (open.length === 0) faults.push('what has the focus is out of sight or covered');

    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const isClear = (colour: string) => colour === 'transparent' || /,\s*0\)$/.test(colour);
    const groundOf = (element: Element | null): string => {
      if (!element) return 'rgb(255, 255, 255)';
      const { backgroundColor } = getComputedStyle(element);
      return isClear(backgroundColor) ? groundOf(element.parentElement) : backgroundColor;
    };
    const stands = (colour: string, around: string) => {
      const [one, other] = [luminance(colour), luminance(around)];
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= 3;
    };
    // Around it, or within it: fields to type in have theirs within.
    const isFramed = (one: Element) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(one);
      const isAround = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && stands(outlineColor, groundOf(one.parentElement));
      return isAround || (/inset/.test(boxShadow) && stands(/rgba?\([^)]*\)/.exec(boxShadow)![0], groundOf(one)));
    };
    if (![active, active.closest('label'), active.closest('.find')].some((one) => one && isFramed(one))) faults.push('its frame does not stand out');
    return { name, faults };
  });
  expect(seen.faults, `focus on “${seen.name}”`).toEqual([]);
  return seen.name;
}
