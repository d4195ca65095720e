import type { Drawable } from '@mingchuang/content';

/** The status a page answers with: templates that say something is not here carry it in their props. */
export function statusOf({ template, props }: Drawable): number {
  if (template === 'Gone') return 410;
  return 'status' in props && typeof props.status === 'number' ? props.status : 200;
}
