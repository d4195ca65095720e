import type { Plugin } from 'postcss';

/** The style sheets of the pages that show components; no other page loads them. */
const SHEETS = /\/styleguide\/sheets\/\w+\.css/;
const STATES = [
  [/:hover\b/g, '.is-hover'],
  [/:focus-visible\b/g, '.is-focus'],
] as const;

/**
 * Lets examples of the style guide show how they look under the pointer and in focus: there, a rule for `:hover` or
 * `:focus-visible` is one for the class `is-hover` or `is-focus` too. In the same rule, so that what follows still wins.
 */
export function showStates(): Plugin {
  return {
    postcssPlugin: 'mingchuang-show-states',
    OnceExit(root, { result }) {
      if (!SHEETS.test(result.opts.from ?? '')) return;
      root.walkRules((rule) => {
        const shown = rule.selectors.map((selector) => STATES.reduce((text, [pseudo, name]) => text.replace(pseudo, name), selector));
        rule.selectors = [...new Set([...rule.selectors, ...shown])];
      });
    },
  };
}
