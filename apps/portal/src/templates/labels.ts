import { COMPONENT_OPTIONS, REGISTRY, SEARCH_KIND_LABELS } from '@mingchuang/content';

import english from '../strings/labels.en.json' with { type: 'json' };
import { currentLocale } from '../strings/locale.ts';

type Options = { [T in keyof typeof REGISTRY]: (typeof REGISTRY)[T]['options'] };

type Labels = Readonly<Record<string, string>>;

/** Labels in the language of the page: Chinese ones come with the schemas, English ones cover what is localised. */
const inLanguage = (name: string, chinese: Labels): Labels =>
  currentLocale() === 'en' ? ((english as Readonly<Record<string, Labels>>)[name] ?? chinese) : chinese;

/** The labels of an enumeration, by key. */
export function optionLabels<T extends keyof Options, F extends keyof Options[T]>(type: T, field: F): Labels {
  return inLanguage(`${type}.${String(field)}`, REGISTRY[type].options[field as never]);
}

/** The label of a key of an enumeration. */
export function optionLabel<T extends keyof Options, F extends keyof Options[T]>(type: T, field: F, key: string | undefined): string {
  return key === undefined ? '' : (optionLabels(type, field)[key] ?? key);
}

/** The labels of what a material of a service may be. */
export function materialLabels(field: keyof (typeof COMPONENT_OPTIONS)['service.material']): Labels {
  return inLanguage(`service.material.${field}`, COMPONENT_OPTIONS['service.material'][field]);
}

/** The kinds of what the search finds. */
export const searchKinds = (): Labels => inLanguage('search.kind', SEARCH_KIND_LABELS);

/** The label of an attribute. */
export function fieldLabel<T extends keyof typeof REGISTRY>(type: T, field: string): string {
  return inLanguage(`fields.${type}`, REGISTRY[type].labels)[field] ?? field;
}
