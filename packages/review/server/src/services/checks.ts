import { DEFAULT_LOCALE } from '@mingchuang/content/entry';
import type { Core } from '@strapi/strapi';

import type { Check } from '../checks/check.ts';
import { readDocument, type CheckedDocument, type SchemaOf } from '../checks/document.ts';
import { toFinding, type Finding } from '../checks/finding.ts';
import { holds, type WaivedFinding } from '../checks/judge.ts';
import { CHECKS } from '../checks/known-checks.ts';
import type { RegisteredCheck } from '../checks/registered.ts';
import { inOrder, isFor } from '../checks/run.ts';
import { isReviewed } from '../editions/document.ts';
import { findDrafts, localeOf } from '../facts/stored-draft.ts';
import { createWaivers, type DocumentIdentity } from '../waivers/waivers.ts';
import { overrideAll } from '../waivers/override-all.ts';

/** Which documents a call of the document service means. */
export interface Which {
  documentId?: string;
  locale?: string | string[];
}
interface Selection {
  documentId?: string | undefined;
  locale?: string | undefined;
  asksOutside?: boolean;
  publishesNow?: boolean;
  /** Leaves out checks that cannot say as much or do not belong here. */
  only?: (check: Check) => boolean;
}

/** The checks of an installation. */
export interface Checks {
  /** Adds a check of the app's own; call it while Strapi registers. */
  register<Facts>(check: RegisteredCheck<Facts>): void;
  /** Whether documents of a type are checked. */
  covers(uid: string): boolean;
  /** Relations the checks of a type read, beside those it must have. */
  readsOf(uid: string): string[];
  /** Whether a type has checks of its own. */
  has(uid: string): boolean;
  /** What stops a document that need not be stored yet. @param document Relations as `{ documentId }`, components as objects. */
  find(uid: string, document: Record<string, unknown>, documentId?: string): Promise<Finding[]>;
  /** The same for the stored drafts that a call of `publish` means, without what was overridden. */
  findInDrafts(uid: string, which: Which, options?: { isProgram?: boolean }): Promise<Finding[]>;
  /** Everything there is to say of values that stand in a form. */
  inspectValues(uid: string, values: Record<string, unknown>, selection?: Selection): Promise<WaivedFinding[]>;
  /** Everything there is to say of a stored draft, with what people have said of it. Asks nobody outside. */
  inspect(uid: string, documentId: string, locale?: string): Promise<WaivedFinding[]>;
  /** What holds a stored draft at the gates: what stops it, and what still wants a tick. */
  findHeld(uid: string, documentId: string, locale?: string): Promise<WaivedFinding[]>;
  /**
   * The same for a move of the flow.
   * @param given `override` is a reason to let pass what stops; it counts only from somebody with the right.
   */
  gate(document: DocumentIdentity, given: { override?: unknown; by: number | null }): Promise<WaivedFinding[]>;
}

const stops = (check: Check) => check.heaviest === 'block';
const isBlock = ({ level }: Finding) => level === 'block';

/** Makes the checks known to this plugin and to whoever registers more. */
export function createChecks(strapi: Core.Strapi): Checks {
  const checks: RegisteredCheck<never>[] = [...CHECKS];
  const schemaOf: SchemaOf = (uid) => strapi.getModel(uid as never) as never;
  const of = (uid: string) => checks.filter(({ check }) => isFor(check, uid));
  const readsOf = (uid: string) => of(uid).flatMap(({ reads = [] }) => reads);

  const run = async (document: CheckedDocument, { documentId, locale, asksOutside = false, publishesNow = false, only = () => true }: Selection) => {
    const found: Finding[] = [];
    for (const { check, gather } of of(document.type).filter((one) => only(one.check as unknown as Check))) {
      const facts = (await gather?.(document, { strapi, documentId, locale, asksOutside, publishesNow })) as never;
      found.push(...check.find(document, facts).map((remark) => toFinding(check.id, remark)));
    }
    return inOrder(found, document);
  };
  const waive = async (uid: string, documentId: string | undefined, locale: string, found: Finding[]): Promise<WaivedFinding[]> => {
    if (!documentId) return found;
    const waivers = await createWaivers(strapi).of({ uid, documentId, locale }, found);
    return found.map((finding) => {
      const { kind, name, at, reason } = waivers.get(finding.key) ?? {};
      return kind ? { ...finding, waiver: { kind, name: name!, at: at!, ...(reason ? { reason } : {}) } } : finding;
    });
  };
  const inspectValues: Checks['inspectValues'] = async (uid, values, selection = {}) => {
    const found = await run(readDocument(uid, values, schemaOf), selection);
    return waive(uid, selection.documentId, selection.locale ?? DEFAULT_LOCALE, found);
  };
  const inspectDrafts = async (uid: string, { documentId, locale }: Which, more: Pick<Selection, 'only' | 'publishesNow'> = {}) => {
    if (!documentId) return [];
    const found: WaivedFinding[] = [];
    for (const draft of await findDrafts(strapi, uid, { documentId, ...(await localeOf(strapi, uid, locale)) }, readsOf(uid)))
      found.push(...(await inspectValues(uid, draft, { documentId, locale: draft.locale ?? DEFAULT_LOCALE, ...more })));
    return found;
  };

  const findHeld: Checks['findHeld'] = async (uid, documentId, locale) =>
    (await inspectDrafts(uid, { documentId, ...(locale ? { locale } : {}) })).filter(holds);

  return {
    readsOf,
    covers: (uid) => isReviewed(strapi, uid),
    register: (check) => void checks.push(check as unknown as RegisteredCheck<never>),
    has: (uid) => of(uid).some(({ check }) => check.types !== undefined),
    find: async (uid, document, documentId) =>
      (await inspectValues(uid, document, { documentId, only: (check) => stops(check) && !check.looksAround })).filter(isBlock),
    findInDrafts: async (uid, which, { isProgram = false } = {}) =>
      (await inspectDrafts(uid, which, { publishesNow: true, only: (check) => stops(check) && !(isProgram && check.looksAround) })).filter((finding) => isBlock(finding) && holds(finding)),
    inspectValues,
    inspect: (uid, documentId, locale) => inspectDrafts(uid, { documentId, ...(locale ? { locale } : {}) }),
    findHeld,
    async gate(document, { override, by }) {
      const held = await findHeld(document.uid, document.documentId, document.locale);
      return overrideAll(strapi, document, held, { override, by });
    },
  };
}
