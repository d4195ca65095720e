import type { CheckedDocument } from './document.ts';
import { byLevel, toFinding, type Finding } from './finding.ts';
import type { Check } from './check.ts';

/** Whether a check is about documents of a type. */
export const isFor = ({ types }: Pick<Check, 'types'>, type: string): boolean => types === undefined || types.includes(type);

/** Runs the checks that need nothing but the document. */
export function runLive(checks: readonly Check[], document: CheckedDocument): Finding[] {
  return checks.filter((check) => isFor(check, document.type)).flatMap((check) => check.find(document, undefined).map((remark) => toFinding(check.id, remark)));
}

/** In the order people read them: the heaviest first, then from the first field to the last. */
export function inOrder<F extends Finding>(findings: readonly F[], { slots }: CheckedDocument): F[] {
  const place = new Map(slots.map(({ field }, index) => [field, index]));
  const at = ({ field }: Finding) => place.get(field) ?? place.get(field.split('.')[0]!) ?? slots.length;
  return [...findings].sort((a, b) => byLevel(a, b) || at(a) - at(b) || (a.span?.start ?? 0) - (b.span?.start ?? 0));
}
