/** What the app's home page takes of the desk. */
export { Desk } from './desk.tsx';
export { maySign, summarise } from './desk-lists.ts';
export { NextJob } from './next-job.tsx';
export { useCounts, useHasReview } from './use-desk.ts';
