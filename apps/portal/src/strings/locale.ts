import { AsyncLocalStorage } from 'node:async_hooks';

import { DEFAULT_LOCALE, type Locale } from '@mingchuang/content';

const store = new AsyncLocalStorage<Locale>();

/**
 * Runs something for readers of a locale: every `t()` in it speaks their language, however many run at once.
 * A site in one language never pays for the store, which costs something at every promise.
 */
export function inLocale<T>(locale: Locale, run: () => T): T {
  return locale === currentLocale() ? run() : store.run(locale, run);
}

/** The locale of what is being built or drawn. */
export const currentLocale = (): Locale => store.getStore() ?? DEFAULT_LOCALE;

const HAN = /[\u3400-\u9fff]/;

/** The language of words that have no English version, for the `lang` of their element: nothing where the page speaks it. */
export const languageOf = (words: string | undefined): 'zh-Hans' | undefined => (currentLocale() === 'en' && words && HAN.test(words) ? 'zh-Hans' : undefined);

const ENGLISH = '/en/';

/** The locale of the page at a path. */
export const localeOf = (path: string): Locale => (path.startsWith(ENGLISH) ? 'en' : DEFAULT_LOCALE);

/** Where a page of the platform stands in a locale: the English search is at `/en/search/`. */
export const localPath = (path: string, locale: Locale = currentLocale()): string => (locale === 'en' ? ENGLISH + path.slice(1) : path);
