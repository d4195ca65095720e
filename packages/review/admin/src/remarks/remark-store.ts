import { useSyncExternalStore } from 'react';

import type { Remark } from '../../../server/src/remarks/remark.ts';

/** The remarks of the open document, and what can be done with them. */
export interface OpenRemarks {
  remarks: readonly Remark[];
  mayWrite: boolean;
  /** Begins a remark on a field; the panel opens its form. */
  begin: (field: string) => void;
  /** Shows the remarks on a field in the panel. */
  show: (field: string) => void;
}

let open: OpenRemarks | undefined;
const listeners = new Set<() => void>();

/** Tells the labels of the fields, which Strapi draws elsewhere, what the panel knows of the open document. */
export function setOpenRemarks(next: OpenRemarks | undefined): void {
  open = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useOpenRemarks = () => useSyncExternalStore(subscribe, () => open);
