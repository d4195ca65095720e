import { expect, type Page } from '@playwright/test';

import { EXAMPLE_TODAY } from '@mingchuang/content/examples';

import { test } from './site.ts';

/** Pages compared with docs/screenshots, by the name of their pictures. */
const PAGES = {
  home: '/',
  search: '/search/?q=公积金',
  service: '/fuwu/geren/202608/jzz3m9x1/',
  journey: '/fuwu/yijianshi/202610/aj4k7m2p/',
  policy: '/gongkai/guifan/202611/a8f3k2m5/',
  disclosure: '/gongkai/zfxxgk/',
  budget: '/gongkai/yusuan/202602/b7g2d5k9/',
  letter: '/letters/write/',
};
const MODES = [
  ['standard', ''],
  ['elderly', '/elder'],
] as const;
/** What comes first on a page, so that the pictures stay small. */
const SIZES = [
  { width: 375, height: 1000 },
  { width: 1440, height: 1000 },
];
/** Share of pixels that may differ, and by how much each may unseen: room for another version of the browser, not for a block that moved. */
const TOLERANCE = { maxDiffPixelRatio: 0.002, threshold: 0.1 };

const FONT = 'Noto Sans CJK SC';
const RENEW =
  'This page no longer looks like its picture in docs/screenshots. If that is meant, renew the pictures and look at them: ' +
  'npx playwright test apps/portal/e2e/screenshots.test.ts --update-snapshots';
const OTHER_FONT =
  `The pictures in docs/screenshots are drawn with ${FONT}; this machine draws pages with another font, so that they cannot be compared. ` +
  'On Debian: apt-get install chromium fonts-noto-cjk';

// How letters are smoothed and placed is a setting of the machine; here it is the same on all.
test.use({
  launchOptions: async ({ launchOptions }, use) => use({ ...launchOptions, args: [...(launchOptions.args ?? []), '--font-render-hinting=none', '--disable-lcd-text'] }),
  reducedMotion: 'reduce',
});

/** The font the browser takes for the text of the page. */
async function fontOf(page: Page): Promise<string | undefined> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('DOM.enable');
  await browser.send('CSS.enable');
  const { root } = await browser.send('DOM.getDocument');
  const { nodeId } = await browser.send('DOM.querySelector', { nodeId: root.nodeId, selector: '.skip' });
  const { fonts } = await browser.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts[0]?.familyName;
}

async function open(page: Page, address: string): Promise<void> {
  await page.clock.setFixedTime(`${EXAMPLE_TODAY}T09:00:00+08:00`);
  await page.goto(address);
  if (address.includes('?q=')) await page.locator('.hits li').first().waitFor();
}

for (const [name, path] of Object.entries(PAGES))
  for (const [mode, prefix] of MODES)
    test(`${name} looks as it does in the documentation in ${mode} mode`, async ({ page, site }) => {
      await open(page, site + prefix + path);
      expect(await fontOf(page), OTHER_FONT).toBe(FONT);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await expect(page, RENEW).toHaveScreenshot(`${name}-${mode}-${size.width}.png`, TOLERANCE);
      }
    });

test('a block that moves by 24 px is seen, and so is a colour that changes', async ({ page, site }) => {
  await open(page, `${site}${PAGES.service}`);
  await page.setViewportSize(SIZES[1]!);
  const picture = 'service-standard-1440.png';
  await expect(page, RENEW).toHaveScreenshot(picture, TOLERANCE);
  await page.locator('.facts').first().evaluate((block) => (block.style.translate = '24px'));
  await expect(page).not.toHaveScreenshot(picture, TOLERANCE);
  await page.locator('.facts').first().evaluate((block) => (block.style.translate = ''));
  await page.locator(':root').evaluate((root) => root.style.setProperty('--act', 'var(--link-over)'));
  await expect(page).not.toHaveScreenshot(picture, TOLERANCE);
});
