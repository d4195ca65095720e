import { templates } from './registry.ts';

/** True for templates that draw a piece of a page. */
export function isFragment(template: string): boolean {
  return template === 'AlertStrip';
}

/** True when the portal has such a template. */
export function isTemplate(template: string): boolean {
  return Object.hasOwn(templates, template);
}
