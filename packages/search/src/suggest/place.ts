import { PATHS } from '@mingchuang/content/paths';

/** Where the list of a page lies: by its language, and again in the script it is shown in. */
export interface SuggestPlace {
  list: string;
  shown: string;
}

/** The list belongs to the language and script of the page. */
export function suggestPlace(): SuggestPlace {
  const { lang } = document.documentElement;
  const list = (lang === 'en' ? PATHS.english : '/') + PATHS.suggestions.slice(1);
  return { list, shown: lang === 'zh-Hant' ? PATHS.traditional + list.slice(1) : list };
}
