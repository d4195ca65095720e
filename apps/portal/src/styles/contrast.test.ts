import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parse, type Root, type Rule } from 'postcss';
import { describe, expect, test } from 'vitest';

import { contrastOf } from './contrast.ts';

const read = (file: string): Root => parse(readFileSync(path.join(import.meta.dirname, file), 'utf8'));
const sheets = ['tokens.css', 'modes.css', 'schemes.css'].map(read);

const THEMES = ['blue', 'red', 'green'];
const SCHEMES = [undefined, 'dark', 'yellow-black', 'yellow-blue'];
const MODES = ['standard', 'elderly'];

interface Look {
  theme: string | undefined;
  scheme: string | undefined;
  mode: string | undefined;
  /** The reader's system asks for more contrast. */
  more?: boolean;
}

const LOOKS: Look[] = MODES.flatMap((mode) =>
  THEMES.flatMap((theme) => [...SCHEMES.map((scheme) => ({ theme, scheme, mode })), { theme, scheme: undefined, mode, more: true }]),
);

/** Text is held to 5.3:1 (WCAG 2.2, 1.4.3 asks for 4.5), edges and focus to 3:1 (1.4.11). */
const TEXT = 5.3;
const EDGE = 3;

/** Each applied colour that carries meaning, the grounds it stands on, and what it has to reach there. */
const PAIRS: Record<string, { on: string[]; least: number }> = {
  text: { on: ['page', 'soft', 'wall', 'light', 'glow', 'lit', 'sign-bg'], least: TEXT },
  body: { on: ['page', 'soft', 'wall', 'glow'], least: TEXT },
  muted: { on: ['page', 'soft', 'wall', 'light', 'lit', 'sign-bg'], least: TEXT },
  link: { on: ['page', 'soft', 'wall', 'light', 'glow', 'lit', 'sign-bg'], least: TEXT },
  'link-over': { on: ['page', 'soft', 'wall', 'light', 'glow', 'lit', 'sign-bg'], least: TEXT },
  'on-act': { on: ['act', 'act-over'], least: TEXT },
  sign: { on: ['page', 'soft', 'wall', 'sign-bg'], least: TEXT },
  'on-focus': { on: ['focus-bg'], least: TEXT },
  'on-foot': { on: ['foot'], least: TEXT },
  rule: { on: ['page', 'soft', 'wall', 'light'], least: EDGE },
  edge: { on: ['page', 'soft', 'wall', 'light', 'sign-bg'], least: EDGE },
  act: { on: ['page', 'soft', 'wall', 'lit', 'sign-bg'], least: EDGE },
  'act-over': { on: ['page', 'soft', 'wall'], least: EDGE },
  focus: { on: ['page', 'soft', 'wall', 'light', 'lit', 'glow', 'sign-bg'], least: EDGE },
  bar: { on: ['page', 'soft', 'wall'], least: EDGE },
};
/** Hairlines, pale bars with their figure printed, the lamp, which never stands alone, and the ground of pictures: nothing is lost without them. */
const ORNAMENT = ['line', 'foot-line', 'bar-soft', 'lamp', 'paper'];

describe('the applied colours', () => {
  test.each(LOOKS)('can be read in $theme, $scheme, $mode, more contrast $more', (look) => {
    const tokens = tokensOf(look);
    const failing = Object.entries(PAIRS).flatMap(([over, { on, least }]) =>
      on.flatMap((ground) => {
        const ratio = contrastOf(resolve(tokens, over), resolve(tokens, ground));
        return ratio < least ? [`${over} on ${ground}: ${ratio.toFixed(2)}, not ${least}`] : [];
      }),
    );
    expect(failing).toEqual([]);
  });

  test('are each held to a figure, or named as ornament', () => {
    const known = new Set([...Object.entries(PAIRS).flatMap(([over, { on }]) => [over, ...on]), ...ORNAMENT]);
    const colours = [...tokensOf(LOOKS[0]!)].filter(([, value]) => /^(?:var\(|rgb)/.test(value)).map(([name]) => name);
    expect(colours.filter((name) => !known.has(name) && name !== 'head')).toEqual([]);
  });

  test('are the only ones that components use, and all there are', () => {
    const applied = tokensOf(LOOKS[0]!);
    const palette = new Set<string>();
    sheets[0]!.walkDecls(/^--/, ({ prop, value }) => void (/^#/.test(value) && palette.add(prop.slice(2))));
    const wrong = componentSheets().flatMap(([file, root]) => {
      const own = new Set<string>();
      root.walkDecls(/^--/, ({ prop }) => void own.add(prop.slice(2)));
      return usedIn(root)
        .filter((name) => palette.has(name) || !(applied.has(name) || own.has(name)))
        .map((name) => `${file}: --${name}`);
    });
    expect(wrong).toEqual([]);
  });
});

/** Custom properties of the root in a look, as the cascade leaves them: all selectors weigh the same, the last one wins. */
function tokensOf(look: Look): Map<string, string> {
  const tokens = new Map<string, string>();
  for (const sheet of sheets)
    sheet.walkRules((rule) => {
      if (!appliesTo(rule, look)) return;
      rule.each((node) => void (node.type === 'decl' && node.prop.startsWith('--') && tokens.set(node.prop.slice(2), node.value)));
    });
  return tokens;
}

function appliesTo(rule: Rule, look: Look): boolean {
  for (let at = rule.parent; at && at.type !== 'root'; at = at.parent as Rule['parent']) {
    const { name, params } = at as unknown as { name: string; params: string };
    if (name === 'layer' || params === 'screen' || (params === '(prefers-contrast: more)' && look.more)) continue;
    return false;
  }
  return rule.selectors.some((selector) => isRoot(selector, look));
}

function isRoot(selector: string, { theme, scheme, mode }: Look): boolean {
  if (selector === ':root') return true;
  if (selector === ':root:not([data-scheme])') return scheme === undefined;
  const [, name, prefix, wanted] = /^\[data-(theme|scheme|mode)(\^?)='([\w-]+)'\]$/.exec(selector) ?? [];
  if (!name || !wanted) return false;
  const value = { theme, scheme, mode }[name];
  return prefix ? Boolean(value?.startsWith(wanted)) : value === wanted;
}

function resolve(tokens: ReadonlyMap<string, string>, name: string): string {
  const value = tokens.get(name);
  const inner = value && /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (inner) return resolve(tokens, inner);
  if (!value) throw new Error(`There is no token --${name}`);
  return value;
}

function componentSheets(): [string, Root][] {
  const files = readdirSync(path.join(import.meta.dirname, 'components')).map((file) => `components/${file}`);
  return ['base.css', 'english.css', ...files].map((file) => [file, read(file)]);
}

/** Those with a value of their own to fall back on are set by scripts. */
function usedIn(root: Root): string[] {
  const names: string[] = [];
  root.walkDecls(({ value }) => void names.push(...[...value.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => name!)));
  return names;
}
