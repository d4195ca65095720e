import { getFetchClient } from '@strapi/strapi/admin';
import { useSyncExternalStore } from 'react';

/** Between two questions, ms. */
const EVERY = 30_000;
/** So long after the last key or touch nobody is there, ms: to ask on would keep a forgotten session from ending. */
const PATIENCE = 10 * 60_000;

let unread = 0;
let usedAt = Date.now();
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Sets what is known of the number of unread notices: the pages of notices are told it with every answer. */
export function setUnread(count: number): void {
  if (count === unread) return;
  unread = count;
  for (const listener of listeners) listener();
}

/**
 * How many notices one has not read. Asked once for all who show it, every half minute while somebody is there to see it: Strapi
 * draws its menu anew at each step, and nothing kept in a component of it lasts.
 */
export function useUnread(): number {
  return useSyncExternalStore(subscribe, () => unread);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    document.addEventListener('visibilitychange', askWhenVisible);
    for (const sign of SIGNS) document.addEventListener(sign, noteUse, { passive: true });
    if (timer === undefined) void ask();
  }
  return () => {
    listeners.delete(listener);
    // The menu is taken down and drawn again in one step: only when nobody is back after it is there nothing to show.
    setTimeout(() => {
      if (listeners.size > 0) return;
      clearTimeout(timer);
      timer = undefined;
      // Somebody else may sign in next.
      unread = 0;
      document.removeEventListener('visibilitychange', askWhenVisible);
      for (const sign of SIGNS) document.removeEventListener(sign, noteUse);
    });
  };
}

/** What tells that somebody is there. */
const SIGNS = ['pointerdown', 'keydown', 'wheel'] as const;

const isForgotten = () => Date.now() - usedAt > PATIENCE;

function noteUse(): void {
  const wasForgotten = isForgotten();
  usedAt = Date.now();
  if (wasForgotten) void ask();
}

const askWhenVisible = () => void (document.hidden || ask());

async function ask(): Promise<void> {
  clearTimeout(timer);
  timer = setTimeout(() => void ask(), EVERY);
  if (document.hidden || isForgotten()) return;
  try {
    const { data } = await getFetchClient().get<{ data: { unread: number } }>('/review/notices/unread');
    setUnread(data.data.unread);
  } catch {
    // The CMS is restarting or the session has ended: Strapi says so itself, the next question finds out.
  }
}
