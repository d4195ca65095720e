import { ELDERLY_MARKER, MODE_MARKER, PATHS } from '@mingchuang/content';

import { convertPage } from './convert-page.ts';

/**
 * The same page at its other addresses, for hosts that cannot change it on its way out: in elderly mode, in Traditional
 * characters, and both.
 * @returns Each prefix with its page. A page in another language has no Traditional one.
 */
export function makeTwins(html: string): [prefix: string, html: string][] {
  const elderly = (page: string) => page.replace(MODE_MARKER, ELDERLY_MARKER);
  const twins: [string, string][] = [[PATHS.elderly, elderly(html)]];
  if (!isChinese(html)) return twins;
  const traditional = convertPage(html);
  return [...twins, [PATHS.traditional, traditional], [PATHS.elderly + PATHS.traditional.slice(1), elderly(traditional)]];
}

const isChinese = (html: string) => /<html lang="zh-/.test(html);
