import { expect, type Browser, type Locator, type Page } from '@playwright/test';

/** An installation, as whoever signs in to its admin needs it. */
export interface Admin {
  /** Address of the CMS. */
  cms: string;
  password(email: string): string;
}

/**
 * Opens a page of the admin for somebody of the demo city who has signed in, in a context of their own. Loading the admin
 * costs more than anything that is done in it: the form for signing in, driven by first-light.test.ts and
 * second-factor.test.ts, is not loaded as well.
 */
export async function signIn(browser: Browser, { cms, password }: Admin, name: string, at = ''): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  const email = `${name}@wangchuan.example`;
  const answer = await context.request.post(`${cms}/admin/login`, { data: { email, password: password(email), deviceId: crypto.randomUUID() } });
  expect(answer.status(), await answer.text()).toBe(200);
  const { data } = (await answer.json()) as { data: { token: string } };
  await context.addCookies([{ name: 'jwtToken', value: data.token, domain: new URL(cms).hostname, path: '/admin' }]);
  const page = await context.newPage();
  await page.goto(`${cms}/admin${at}`);
  // Nobody follows a link of a page that is still being made.
  if (at === '') await expect(page.getByRole('heading', { name: /您好/ })).toBeVisible();
  return page;
}

/** Goes to a page of the admin; from another one as its links do, without loading everything again. */
export async function visit(page: Page, address: string): Promise<void> {
  const { origin, pathname, search } = new URL(address);
  if (!page.url().startsWith(`${origin}/admin`)) return void (await page.goto(address));
  await page.evaluate((to) => {
    history.pushState({ idx: (history.state?.idx ?? 0) + 1, key: crypto.randomUUID() }, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
  }, pathname + search);
}

/** People who sign in once each, and keep their page open. */
export class People {
  readonly #pages = new Map<string, Page>();

  constructor(private readonly admin: Admin) {}

  async as(browser: Browser, name: string): Promise<Page> {
    const page = this.#pages.get(name) ?? (await signIn(browser, this.admin, name));
    this.#pages.set(name, page);
    return page;
  }

  async leave(): Promise<void> {
    for (const page of this.#pages.values()) await page.context().close();
  }
}

/** A panel beside the form of the edit view, by its title. */
export const panelOf = (page: Page, title: string): Locator => page.locator('aside').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
