import { AsyncLocalStorage } from 'node:async_hooks';

import type { Keeping } from './keep.ts';

/** What the writes that are under way are kept for. */
export type Occasion = Pick<Keeping, 'cause' | 'note' | 'editionId' | 'by'>;

const storage = new AsyncLocalStorage<Occasion>();

/** The occasion of this write; nothing for a mere save. */
export const occasion = (): Occasion | undefined => storage.getStore();

/** Runs work whose writes are kept for a cause of their own. */
export const onOccasion = <T>(what: Occasion, work: () => Promise<T>): Promise<T> => storage.run(what, work);
