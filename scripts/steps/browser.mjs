// Finds Chromium for the browser tests, or installs it.
import { existsSync } from 'node:fs';

import { PNPM } from './install.mjs';
import { at } from './paths.mjs';
import { run } from './run.mjs';
import { during, Trouble } from './say.mjs';

/** Without a window Chromium takes a third less of the processor; Debian has that program by itself. */
const WINDOWLESS = '/usr/bin/chromium-headless-shell';
const PLACES = [WINDOWLESS, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/**
 * @returns Path of the browser's program.
 * @throws {Trouble} With the command to install it by hand.
 */
export async function findBrowser() {
  const found = () => [process.env.CHROMIUM_PATH, ...PLACES].find((place) => place && existsSync(place));
  const wanted = process.env.CHROMIUM_PATH || WINDOWLESS;
  if (existsSync(wanted) && (await hasChineseFont())) return found();
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const install = during('安装浏览器和中文字体（只在第一次）', async (detail) => {
      const apt = (...words) => run(['apt-get', '-y', '-q', ...words], { env: { DEBIAN_FRONTEND: 'noninteractive' }, onLine: (line) => detail(line.slice(0, 80)) });
      await apt('update');
      await apt('install', 'fonts-noto-cjk');
      // Not every system has it by itself.
      if (!existsSync(wanted)) await apt('install', 'chromium-headless-shell').catch(() => found() ?? apt('install', 'chromium'));
    });
    await install.catch((error) => {
      if (!found()) throw error;
    });
  }
  if (found()) return found();
  await during('下载测试用的浏览器（只在第一次）', () => run([...PNPM, 'exec', 'playwright', 'install', 'chromium'], { cwd: at() })).catch((cause) => {
    throw new Trouble('没有可用的浏览器', '安装 Chromium：sudo apt-get install -y chromium fonts-noto-cjk，或用 CHROMIUM_PATH 指出它的位置。', { cause });
  });
  return undefined;
}

/** Without a Chinese font, pages are measured in empty boxes. Where nobody can tell, there is one. */
const hasChineseFont = () => run(['fc-list', ':lang=zh']).then((list) => list.trim() !== '', () => true);
