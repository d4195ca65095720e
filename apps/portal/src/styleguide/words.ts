import words from './words.json' with { type: 'json' };

export type ComponentName = keyof typeof words.components;

export type PartName = keyof typeof words.parts;

/** The parts of the style guide, a page each, and what they are called. */
export const PARTS: Readonly<Record<PartName, string>> = words.parts;

/** Names and rules of the components, part by part in the order of their pages. */
export const COMPONENTS = words.components as Readonly<Record<ComponentName, { part: PartName; title: string; rule: string }>>;

/** The components of a part, in the order of its page. */
export function componentsIn(part: PartName): { id: string; title: string }[] {
  return Object.entries(COMPONENTS).flatMap(([id, component]) => (component.part === part ? [{ id, title: component.title }] : []));
}

/** Words of the pages themselves. */
export const WORDS = words.page;

/** What an example shows. */
export const STATES: Readonly<Record<keyof typeof words.states, string>> = words.states;

/** What the examples say where the example pages have nothing to show. */
export const SAMPLES: Readonly<Record<keyof typeof words.samples, string>> = words.samples;
