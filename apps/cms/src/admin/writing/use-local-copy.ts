import { useCallback, useEffect, useRef, useState } from 'react';

import { describeDifference } from './describe-difference.ts';
import { keyOf, type FormIdentity, type LocalCopy, type Values } from './draft-key.ts';
import type { Attributes } from './form-values.ts';
import { readLocalCopy, removeLocalCopy, removeOldCopies, writeLocalCopy } from './local-copy.ts';

/** The longest that typed text is not on the device, ms. */
const PACE = 2_000;

/** The parts of Strapi's form used here. */
export interface Form {
  values: Values;
  initialValues: Values;
  modified: boolean;
  isSubmitting: boolean;
  setValues: (values: Values) => void;
}

/** A copy that may be restored, and how it differs from what is stored. */
export interface Offer extends LocalCopy {
  lines: string[];
}

/** The form of a new document that is being saved: once it is a document, its copy has done its work. */
let savedNew: { identity: FormIdentity; at: number } | undefined;
const NEW_IS_FRESH = 5_000;

function findOffer(identity: FormIdentity, stored: Values, attributes: Attributes): Offer | undefined {
  const copy = readLocalCopy(identity);
  if (!copy) return undefined;
  const lines = describeDifference(copy.values, stored, attributes);
  if (lines.length > 0) return { ...copy, lines };
  removeLocalCopy(identity);
  return undefined;
}

/** Keeps a copy of an unsaved form on the device, every two seconds, and offers it when the form is opened again. */
export function useLocalCopy(identity: FormIdentity, form: Form, { attributes, isStored }: { attributes: Attributes; isStored: boolean }) {
  const latest = useRef({ identity, form, isStored });
  latest.current = { identity, form, isStored };
  const [offer, setOffer] = useState(() => findOffer(identity, form.initialValues, attributes));
  const [kept, setKept] = useState<{ at: string; hadRoom: boolean }>();
  const wasModified = useRef(false);
  const isOffering = useRef(false);
  isOffering.current = offer !== undefined;

  const keep = useCallback(() => {
    const { identity: of, form: current, isStored: isSafe } = latest.current;
    if (isOffering.current || !current.modified || isSafe) return;
    const now = new Date();
    setKept({ at: now.toISOString(), hadRoom: writeLocalCopy(of, current.values, now) });
  }, []);

  useEffect(() => {
    removeOldCopies(new Date());
    if (savedNew && identity.documentId && savedNew.identity.uid === identity.uid && Date.now() - savedNew.at < NEW_IS_FRESH) removeLocalCopy(savedNew.identity);
    savedNew = undefined;
    const timer = setInterval(keepIfChanged, PACE);
    // Somebody may have typed before this began to watch.
    let seen: Values | undefined;
    function keepIfChanged() {
      if (seen === latest.current.form.values) return;
      seen = latest.current.form.values;
      keep();
    }
    window.addEventListener('pagehide', keep);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, [keep, identity.documentId, identity.uid]);

  // What is on the server need not be on the device.
  const { modified, isSubmitting } = form;
  useEffect(() => {
    if (isSubmitting && !identity.documentId) savedNew = { identity, at: Date.now() };
    if (modified) wasModified.current = true;
    else if (wasModified.current && !isSubmitting && !isOffering.current) removeLocalCopy(latest.current.identity);
  }, [modified, isSubmitting, keyOf(identity)]);
  useEffect(() => {
    if (isStored) removeLocalCopy(latest.current.identity);
  }, [isStored]);

  return {
    offer,
    kept,
    /** Offers a copy of the form as it is now, before it gives way to another version. */
    setAside: () => {
      const now = new Date();
      writeLocalCopy(identity, form.values, now);
      wasModified.current = false;
      return () => setOffer(findOffer(identity, latest.current.form.initialValues, attributes));
    },
    close: () => setOffer(undefined),
    forget: () => {
      removeLocalCopy(identity);
      setOffer(undefined);
    },
  };
}
