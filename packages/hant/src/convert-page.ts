import { PATHS } from '@mingchuang/content';

import { convertText } from './convert-text.ts';

/** Comments; text said to be in 简体, with its start tag; elements whose content is no text, with theirs; other tags; text. */
const PART = /<!--[\s\S]*?-->|<[a-z]+\s(?:[^"'>]|"[^"]*"|'[^']*')*?\blang="zh-Hans"(?:[^"'>]|"[^"]*"|'[^']*')*>[^<]*|(<(script|style|textarea)(?:\s(?:[^"'>]|"[^"]*"|'[^']*')*)?>)([\s\S]*?)(?=<\/\2)|<(?:[^"'>]|"[^"]*"|'[^']*')*>|[^<]+/gi;
/** Attributes a visitor reads or hears. A `value` is what somebody typed, or a key. */
const READ = /(\s(?:alt|title|aria-label|aria-description|placeholder|label|data-all|data-labels|data-format|data-stop|data-shared)=)("[^"]*"|'[^']*')/gi;
const HAN = /[\u3400-\u9fff]/;
/** Links to the other mode are written from the root; all others are relative and stay in 繁體 by themselves. */
const TO_MODE = /(<a\s[^>]*)\bhref="\/(elder\/)?([^"]*)"/;

/**
 * Shows a page in Traditional characters: what it says and what is read out, never addresses, scripts, keys or what a
 * visitor typed.
 */
export function convertPage(html: string): string {
  return html.replace(PART, (part, raw: string | undefined, _name, content: string | undefined) => {
    if (raw !== undefined) return convertTag(raw) + content!;
    if (part.startsWith('<!')) return part;
    if (part.startsWith('<')) return part.endsWith('>') ? convertTag(part) : part;
    return convertIfHan(part);
  });
}

function convertTag(tag: string): string {
  if (/^<html\b/i.test(tag)) return tag.replace(/\blang="zh-[A-Za-z]+"/, 'lang="zh-Hant"');
  if (/\sdata-to="(?:elderly|standard)"/.test(tag)) {
    return tag.replace(TO_MODE, (_, start: string, elderly = '', path: string) => `${start}href="/${elderly}${PATHS.traditional.slice(1)}${path}"`);
  }
  // The English page is outside /hant/: one step further up.
  if (/^<a\s[^>]*\bhreflang="en"/.test(tag)) return tag.replace(/\bhref="/, 'href="../');
  return HAN.test(tag) ? tag.replace(READ, (_, name: string, value: string) => name + convertIfHan(value)) : tag;
}

function convertIfHan(text: string): string {
  return HAN.test(text) ? convertText(text) : text;
}
