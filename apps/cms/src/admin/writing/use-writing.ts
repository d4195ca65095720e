import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';

import { rereadDocument } from './document-cache.ts';
import type { FormIdentity } from './draft-key.ts';
import { toRequest, toRestored, type Attributes } from './form-values.ts';
import { setSaveGuard, type Conflict } from './save-guard.ts';
import { useLocalCopy, type Form } from './use-local-copy.ts';
import { usePresence } from './use-presence.ts';
import { useServerSave } from './use-server-save.ts';

interface Writing {
  identity: FormIdentity;
  form: Form;
  /** `updatedAt` of the document as Strapi has loaded it. */
  loadedAt: string | undefined;
  attributes: Attributes;
  components: Record<string, { attributes: Attributes }>;
}

/** How long a save of one's own may be known to the server before the form knows it, ms. */
const SETTLING = 2_500;

/** Everything that watches over an open form: the copy on the device, saving by itself, colleagues and their versions. */
export function useWriting({ identity, form, loadedAt, attributes, components }: Writing) {
  const base = useRef(loadedAt);
  if (loadedAt && (!base.current || loadedAt > base.current)) base.current = loadedAt;
  const { others, version, ask } = usePresence(identity);
  const [conflict, findConflict] = useConflict({ base, version, ask, isSubmitting: form.isSubmitting });

  const [isOffering, setIsOffering] = useState(true);
  const server = useServerSave(identity, form, { isAllowed: !conflict && !isOffering, onConflict: () => void findConflict(), base });
  const local = useLocalCopy(identity, form, { attributes, isStored: server.isStored });
  const hasOffer = local.offer !== undefined;
  useEffect(() => setIsOffering(hasOffer), [hasOffer]);

  useEffect(() => {
    setSaveGuard(identity.documentId ? { conflict, findConflict } : undefined);
    return () => setSaveGuard(undefined);
  }, [identity.documentId, conflict, findConflict]);

  const copies = useCopies(identity, form);
  const offerAgain = useRef<() => void>(undefined);
  useEffect(() => {
    // The other version is in the form now: what was set aside can be compared with it.
    if (!loadedAt) return;
    offerAgain.current?.();
    offerAgain.current = undefined;
  }, [loadedAt]);

  return {
    others,
    conflict,
    outcome: server.outcome,
    kept: local.kept,
    isStored: server.isStored,
    offer: local.offer,
    restore: () => {
      if (!local.offer) return;
      form.setValues({ ...form.values, ...toRestored(local.offer.values, attributes, components) });
      local.close();
    },
    forget: local.forget,
    lookAtTheirs: () => {
      if (!identity.documentId) return;
      if (form.modified) offerAgain.current = local.setAside();
      rereadDocument(identity.uid, identity.documentId);
    },
    keepAsCopy: copies.make,
    copyRefusal: copies.refusal,
  };
}

interface Watched {
  base: React.MutableRefObject<string | undefined>;
  version: Conflict | undefined;
  ask: () => Promise<{ version?: Conflict } | undefined>;
  isSubmitting: boolean;
}

/** A stored version that is not the one in the form. Strapi's own saves are given time to come back into it. */
function useConflict({ base, version, ask, isSubmitting }: Watched): [Conflict | undefined, () => Promise<Conflict | undefined>] {
  const [conflict, setConflict] = useState<Conflict>();
  const isOther = useCallback((stored: Conflict | undefined) => Boolean(stored && base.current && stored.updatedAt > base.current), [base]);
  const findConflict = useCallback(async () => {
    const stored = (await ask())?.version;
    const found = isOther(stored) ? stored : undefined;
    setConflict(found);
    return found;
  }, [ask, isOther]);

  useEffect(() => {
    if (isSubmitting || !isOther(version)) return undefined;
    const timer = setTimeout(() => isOther(version) && setConflict(version), version?.isMine ? SETTLING : 0);
    return () => clearTimeout(timer);
  }, [version, isSubmitting, isOther]);
  const isOver = conflict && !isOther(conflict);
  useEffect(() => {
    if (isOver) setConflict(undefined);
  }, [isOver]);
  return [isOver ? undefined : conflict, findConflict];
}

/** Makes a document of its own of what is in the form. */
function useCopies({ uid, documentId, locale }: FormIdentity, form: Form) {
  const { post } = useFetchClient();
  const navigate = useNavigate();
  const [refusal, setRefusal] = useState<string>();
  const make = async () => {
    const values = { ...form.values, ...(typeof form.values.title === 'string' ? { title: `${form.values.title}（我的修改）` } : {}) };
    try {
      const { data } = await post<{ data: { documentId: string } }>(`/content-manager/collection-types/${uid}/clone/${documentId}`, toRequest(values), { params: { locale } });
      window.savedByItself = true;
      navigate(`/content-manager/collection-types/${uid}/${data.data.documentId}?plugins[i18n][locale]=${locale}`);
    } catch (error) {
      setRefusal((error as { message?: string }).message ?? '没有存成，请稍后再试。');
    }
  };
  return { make: () => void make(), refusal };
}
