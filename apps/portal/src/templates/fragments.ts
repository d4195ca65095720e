/** True for templates that draw a piece of a page. */
export function isFragment(template: string): boolean {
  return template === 'AlertStrip';
}
