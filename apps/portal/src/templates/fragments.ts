const FRAGMENTS: readonly string[] = ['AlertStrip', 'PreviewStrip'];

/** True for templates that draw a piece of a page. */
export function isFragment(template: string): boolean {
  return FRAGMENTS.includes(template);
}
