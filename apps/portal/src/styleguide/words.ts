import words from './words.json' with { type: 'json' };

export type ComponentName = keyof typeof words.components;

/** Names and rules of the components, in the order of the page. */
export const COMPONENTS: Readonly<Record<ComponentName, { title: string; rule: string }>> = words.components;

/** Words of the page itself. */
export const WORDS = words.page;

/** What an example shows. */
export const STATES: Readonly<Record<keyof typeof words.states, string>> = words.states;

/** What the examples say where the example pages have nothing to show. */
export const SAMPLES: Readonly<Record<keyof typeof words.samples, string>> = words.samples;
