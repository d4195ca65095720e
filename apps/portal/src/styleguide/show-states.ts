/**
 * Lets examples of the style guide show how they look under the pointer and in focus: each rule of the style sheets for
 * `:hover` and `:focus-visible` is copied for the classes `is-hover` and `is-focus`.
 */
const STATES = [
  [/:hover/g, '.is-hover'],
  [/:focus-visible/g, '.is-focus'],
] as const;

interface Rules {
  readonly cssRules: CSSRuleList;
  insertRule(rule: string, index?: number): number;
}

function copyRules(into: Rules): void {
  // From the last, so that what is put in moves nothing that is still to be looked at.
  for (let at = into.cssRules.length - 1; at >= 0; at--) {
    const rule = into.cssRules[at];
    if (!(rule instanceof CSSStyleRule)) {
      if (rule && 'insertRule' in rule) copyRules(rule as unknown as Rules);
      continue;
    }
    const selector = STATES.reduce((text, [pseudo, name]) => text.replace(pseudo, name), rule.selectorText);
    // Beside the rule it is copied from, so that what follows still wins.
    if (selector !== rule.selectorText) into.insertRule(`${selector}{${rule.style.cssText}}`, at + 1);
  }
}

for (const sheet of document.styleSheets) copyRules(sheet);
