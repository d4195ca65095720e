import { REGISTRY } from '@mingchuang/content';

type Options = { [T in keyof typeof REGISTRY]: (typeof REGISTRY)[T]['options'] };

/** The Chinese label of a key of an enumeration. */
export function optionLabel<T extends keyof Options, F extends keyof Options[T]>(type: T, field: F, key: string | undefined): string {
  const labels = REGISTRY[type].options[field as never] as Record<string, string>;
  return key === undefined ? '' : (labels[key] ?? key);
}

/** The Chinese label of an attribute. */
export function fieldLabel<T extends keyof typeof REGISTRY>(type: T, field: string): string {
  return (REGISTRY[type].labels as Record<string, string>)[field] ?? field;
}
