import { expect, type Browser, type Locator, type Page } from '@playwright/test';

import type { Platform } from './run-platform.ts';

/** Signs somebody of the demo city in to the admin, in a context of their own. */
export async function signIn(browser: Browser, platform: Platform, name: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  const page = await context.newPage();
  const email = `${name}@wangchuan.example`;
  await page.goto(`${platform.cms}/admin`);
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(platform.password(email));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /您好/ })).toBeVisible();
  return page;
}

/** A panel beside the form of the edit view, by its title. */
export const panelOf = (page: Page, title: string): Locator => page.locator('aside').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
