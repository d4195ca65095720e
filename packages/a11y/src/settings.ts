/** What the start script (start.js) offers to the tools, and what they offer to it. */
export interface Start {
  /** Keeps a setting for all sites of the domain; an empty value forgets it. */
  keep(name: string, value: string): void;
  /** Answers a click on something marked `data-a11y`, a key with Alt and Shift, or the end of loading. */
  heed?: (event: Event) => void;
}

declare global {
  interface Window {
    a11y?: Start;
  }
}

/** Fired on the document when a setting has changed. */
export const SETTING_CHANGED = 'gov-setting';

const root = document.documentElement;

/** The value of a setting as the page stands; empty when nobody has changed it. */
export const valueOf = (name: string): string => root.dataset[name] ?? '';

/** Sets a setting: the style sheet follows the attribute of the root, the start script remembers it. */
export function choose(name: string, value: string): void {
  if (value) root.dataset[name] = value;
  else delete root.dataset[name];
  window.a11y?.keep(name, value);
  document.dispatchEvent(new CustomEvent(SETTING_CHANGED, { detail: name }));
}
