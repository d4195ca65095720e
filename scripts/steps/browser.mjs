// Finds Chromium for the browser tests, or installs it.
import { existsSync } from 'node:fs';

import { PNPM } from './install.mjs';
import { at } from './paths.mjs';
import { run } from './run.mjs';
import { during, Trouble } from './say.mjs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/**
 * @returns Path of the browser's program.
 * @throws {Trouble} With the command to install it by hand.
 */
export async function findBrowser() {
  const found = () => [process.env.CHROMIUM_PATH, ...PLACES].find((place) => place && existsSync(place));
  if (found() && existsSync('/usr/share/fonts')) return ensureFonts(found());
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await during('安装浏览器和中文字体（只在第一次）', async (detail) => {
      const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, onLine: (line) => detail(line.slice(0, 80)) };
      await run(['apt-get', 'update', '-q'], options);
      await run(['apt-get', 'install', '-y', '-q', 'chromium', 'fonts-noto-cjk'], options);
    });
    if (found()) return found();
  }
  await during('下载测试用的浏览器（只在第一次）', () => run([...PNPM, 'exec', 'playwright', 'install', 'chromium'], { cwd: at() })).catch((cause) => {
    throw new Trouble('没有可用的浏览器', '安装 Chromium：sudo apt-get install -y chromium fonts-noto-cjk，或用 CHROMIUM_PATH 指出它的位置。', { cause });
  });
  return undefined;
}

/** Without a Chinese font, pages are measured in empty boxes. */
async function ensureFonts(browser) {
  const list = await run(['fc-list', ':lang=zh']).catch(() => 'unknown');
  if (list.trim() || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return browser;
  await during('安装中文字体（只在第一次）', async () => {
    await run(['apt-get', 'update', '-q'], { env: { DEBIAN_FRONTEND: 'noninteractive' } });
    await run(['apt-get', 'install', '-y', '-q', 'fonts-noto-cjk'], { env: { DEBIAN_FRONTEND: 'noninteractive' } });
  });
  return browser;
}
