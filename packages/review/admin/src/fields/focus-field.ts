const FOCUSABLE = 'input, textarea, select, button, [contenteditable="true"], [role="textbox"], [role="combobox"]';
/** Marks the label of a field; see `field-marker.tsx`. */
export const ANCHOR = 'data-review-field';

/**
 * Brings a field into view and puts the cursor into it. @param path With dots down to a part of it.
 * @returns False when the form does not show the field.
 */
export function focusField(path: string): boolean {
  const anchor = document.querySelector<HTMLElement>(`[${ANCHOR}="${CSS.escape(path.split('.')[0]!)}"]`);
  const exact = document.querySelector<HTMLElement>(`[name="${CSS.escape(path)}"]`);
  const target = exact ?? findInput(anchor);
  const seen = exact ?? anchor;
  if (!seen) return false;
  seen.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  target?.focus({ preventScroll: true });
  return true;
}

/** The first thing behind a label that takes the keyboard. */
function findInput(anchor: HTMLElement | null): HTMLElement | null {
  for (let part: HTMLElement | null = anchor; part; part = part.parentElement) {
    const found = [...part.querySelectorAll<HTMLElement>(FOCUSABLE)].find((element) => !element.closest(`[${ANCHOR}]`));
    if (found) return found;
  }
  return null;
}
