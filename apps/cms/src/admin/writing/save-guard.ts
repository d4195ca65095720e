import { useSyncExternalStore } from 'react';

/** A version of the open document that was saved by somebody else after the form was loaded. */
export interface Conflict {
  /** ISO, UTC. */
  updatedAt: string;
  name: string;
  /** Whether the same person saved it, in another window. */
  isMine: boolean;
}

interface Guard {
  conflict: Conflict | undefined;
  /** Looks whether the stored version has moved on, and remembers it. */
  findConflict: () => Promise<Conflict | undefined>;
}

let guard: Guard | undefined;
const listeners = new Set<() => void>();

/** Tells the buttons of the edit view, which Strapi draws elsewhere, what the panel knows of the open document. */
export function setSaveGuard(next: Guard | undefined): void {
  guard = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useSaveGuard = () => useSyncExternalStore(subscribe, () => guard);
export const readSaveGuard = () => guard;
