import { currentLocale } from './locale.ts';

/** Puts sentences side by side as the language of the page does: Chinese has no space after a full stop. What is absent is left out. */
export function sentences(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(currentLocale() === 'en' ? ' ' : '');
}
