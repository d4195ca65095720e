import { setOpenForm } from '@mingchuang/review/open-form';
import { isFetchError, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef, useState } from 'react';

import { rereadDocument } from './document-cache.ts';
import type { FormIdentity, Values } from './draft-key.ts';
import { toRequest } from './form-values.ts';
import type { Form } from './use-local-copy.ts';

/** How long nothing must have been typed before the form is saved, ms. */
const QUIET = 4_000;
/** Seconds nobody may have been in a field before the form is read again. */
const CALM = 4;
/** How long to wait before trying again when the server could not be reached, ms. */
const RETRY = 30_000;

/** How the last saving by itself ended. */
export type Outcome = { kind: 'saved'; at: string } | { kind: 'refused'; reason: string } | { kind: 'unreachable' };

interface Saving {
  /** Whether it may save now: not with a conflict, not while something is offered for restoring. */
  isAllowed: boolean;
  onConflict: () => void;
  /** `updatedAt` of the version the form was made from. */
  base: React.MutableRefObject<string | undefined>;
}

interface Answer {
  data: { updatedAt: string };
}

const isTyping = () => {
  const active = document.activeElement as HTMLElement | null;
  return Boolean(active && (active.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName)));
};

/**
 * Saves a form as draft after a quiet moment. It goes past Strapi's own save, which reads the document again at once
 * and so takes away what is typed meanwhile; the form is read again only when nobody is typing.
 */
export function useServerSave({ uid, documentId, locale }: FormIdentity, form: Form, { isAllowed, onConflict, base }: Saving) {
  const { put } = useFetchClient();
  const [outcome, setOutcome] = useState<Outcome>();
  const [stored, setStored] = useState<Values>();
  const conflicted = useRef(onConflict);
  conflicted.current = onConflict;
  const current = useRef(form);
  current.current = form;

  const save = useCallback(
    async (values: Values): Promise<string | undefined> => {
      if (!documentId || !base.current || current.current.isSubmitting) return '正在保存，请稍等一会儿再试。';
      try {
        const { data } = await put<Answer>(`/content-manager/collection-types/${uid}/${documentId}`, toRequest(values), {
          params: { locale },
          headers: { 'x-read-version': base.current },
        } as object);
        base.current = data.data.updatedAt;
        setStored(values);
        setOutcome({ kind: 'saved', at: data.data.updatedAt });
        return undefined;
      } catch (error) {
        if (!isFetchError(error)) return fail({ kind: 'unreachable' });
        const { details, message } = (error as { response?: { data?: { error?: { details?: { conflict?: boolean }; message?: string } } } }).response?.data?.error ?? {};
        if (!details?.conflict) return fail(message ? { kind: 'refused', reason: message } : { kind: 'unreachable' });
        conflicted.current();
        return message;
      }
      function fail(failed: Exclude<Outcome, { kind: 'saved' }>): string {
        setOutcome(failed);
        return failed.kind === 'refused' ? failed.reason : '连不上服务器，请稍后再试。';
      }
    },
    [put, uid, documentId, locale, base],
  );

  const { values, modified, isSubmitting } = form;
  const isStored = stored === values;
  const mustRetry = outcome?.kind === 'unreachable';
  useEffect(() => {
    if (!documentId || !modified || isSubmitting || !isAllowed || isStored) return undefined;
    const timer = setTimeout(() => void save(values), mustRetry ? RETRY : QUIET);
    return () => clearTimeout(timer);
  }, [save, documentId, values, modified, isSubmitting, isAllowed, isStored, mustRetry]);

  useRereading({ uid, documentId, isPending: isStored && modified });
  useSavingNow(async () => {
    if (!modified || isStored) return undefined;
    return isAllowed ? save(values) : '别人保存了新版本，请先处理右侧“保存和协作”里的提示。';
  });
  return { outcome, isStored };
}

/** Lets other panels store the form before they do something with what is stored. */
function useSavingNow(saveNow: () => Promise<string | undefined>): void {
  const latest = useRef(saveNow);
  latest.current = saveNow;
  useEffect(() => {
    setOpenForm({ save: () => latest.current() });
    return () => setOpenForm(undefined);
  }, []);
}

/** Reads the document again once the form is stored: when nobody is typing, and at the latest when it is left. */
function useRereading({ uid, documentId, isPending }: { uid: string; documentId: string | undefined; isPending: boolean }): void {
  const isLeft = useRef(isPending);
  isLeft.current = isPending;
  useEffect(() => {
    if (!documentId) return undefined;
    let quiet = 0;
    const timer = setInterval(() => {
      quiet = isLeft.current && !isTyping() ? quiet + 1 : 0;
      if (quiet % CALM === CALM - 1) rereadDocument(uid, documentId);
    }, 1_000);
    return () => {
      clearInterval(timer);
      if (isLeft.current) rereadDocument(uid, documentId);
    };
  }, [uid, documentId]);
  useEffect(() => {
    window.savedByItself = isPending;
    return () => {
      window.savedByItself = false;
    };
  }, [isPending]);
}

declare global {
  interface Window {
    /** Nothing is lost when the form is left; Strapi's own warning asks for it (see ../rewritings.ts). */
    savedByItself?: boolean;
  }
}
