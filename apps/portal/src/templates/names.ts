import { templates } from './registry.ts';

/** True when the portal has such a template. */
export function isTemplate(template: string): boolean {
  return Object.hasOwn(templates, template);
}
