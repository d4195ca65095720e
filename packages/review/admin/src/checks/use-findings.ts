import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import { readDocument, type CheckedDocument, type SchemaOf } from '../../../server/src/checks/document.ts';
import type { WaivedFinding } from '../../../server/src/checks/judge.ts';
import { inOrder } from '../../../server/src/checks/run.ts';
import { readReasons } from '../panel/refusal.ts';
import { LIVE_IDS, runInForm } from './run-live.ts';
import { shapeValues } from './shape-values.ts';
import { useFacts } from './use-facts.ts';

/** How long nothing must have been typed: before the form is looked at, and before the server is asked, ms. */
const PAUSE = 400;
const LONG_PAUSE = 1_500;

export interface FormIdentity {
  uid: string;
  /** Missing while the document is new. */
  documentId: string | undefined;
  locale: string;
}
type Values = Record<string, unknown>;
interface Answer {
  findings: WaivedFinding[];
  mayOverride: boolean;
}

/** The value after it has stayed the same for a while. */
function useSettled<T>(value: T, pause: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}

/** What the checks say of a form while somebody writes: at once what the form alone tells, soon after what the server knows. */
export function useFindings({ uid, documentId, locale }: FormIdentity, values: Values, schemaOf: SchemaOf) {
  const { post } = useFetchClient();
  const [answer, setAnswer] = useState<Answer>();
  const [trouble, setTrouble] = useState<string>();
  const facts = useFacts();
  const written = useSettled(values, PAUSE);
  const settled = useSettled(values, LONG_PAUSE);
  const current = useRef(values);
  current.current = values;

  useEffect(() => {
    let isCurrent = true;
    const body = { values: shapeValues(settled), locale, ...(documentId ? { documentId } : {}) };
    post<{ data: Answer }>(`/review/checks/${uid}`, body).then(
      ({ data }) => isCurrent && setAnswer(data.data),
      // Strapi says itself when the session has ended; the next pause asks again.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [post, uid, documentId, locale, settled]);

  const document = useMemo(() => readDocument(uid, written, schemaOf), [uid, written, schemaOf]);
  const live = useMemo(() => runInForm(document, facts), [document, facts]);
  const findings = useMemo(() => merge(document, live, answer?.findings ?? []), [document, live, answer]);

  const waive = useCallback(
    async (key: string, given: { reason?: string; isWithdrawn?: boolean } = {}): Promise<boolean> => {
      try {
        const { data } = await post<{ data: Answer }>(`/review/documents/${uid}/${documentId}/waivers`, { values: shapeValues(current.current), locale, key, ...given });
        setAnswer(data.data);
        setTrouble(undefined);
        return true;
      } catch (error) {
        setTrouble(readReasons(error)[0]!.message);
        return false;
      }
    },
    [post, uid, documentId, locale],
  );

  /** Looks at the form as it is in this moment, which the list may be behind. */
  const findAnew = useCallback(
    ({ key, span }: WaivedFinding) => {
      const now = readDocument(uid, current.current, schemaOf);
      const same = runInForm(now, facts).filter((finding) => finding.key === key);
      return { document: now, finding: same.find((finding) => finding.span?.start === span?.start) ?? same[0] };
    },
    [uid, schemaOf, facts],
  );

  return { document, findings, findAnew, waive, trouble, mayOverride: answer?.mayOverride ?? false, isKnown: answer !== undefined };
}

/** What the form tells is newer; what people have said of it is the server's to know. */
function merge(document: CheckedDocument, live: readonly WaivedFinding[], asked: readonly WaivedFinding[]): WaivedFinding[] {
  const waivers = new Map(asked.map(({ key, waiver }) => [key, waiver]));
  const own = live.map((finding) => {
    const waiver = waivers.get(finding.key);
    return waiver ? { ...finding, waiver } : finding;
  });
  // What a relation holds is known to the server alone.
  const isRelation = (field: string) => document.slots.some((slot) => slot.field === field && slot.attribute.type === 'relation');
  return inOrder([...own, ...asked.filter(({ check, field }) => !LIVE_IDS.has(check) || isRelation(field))], document);
}
