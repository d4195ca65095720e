import { expect, test } from 'vitest';

import { openLiveSnapshot } from './live-snapshot.ts';

type Store = Parameters<typeof openLiveSnapshot>[0];

const FILE = { id: 'list', name: '名单.pdf', mime: 'application/pdf', size: 10, version: 'list-1' };
const NOTICE = {
  kind: 'entry' as const,
  type: 'public-notice',
  documentId: 'notice',
  locale: 'zh-Hans' as const,
  version: '1',
  data: {
    title: '公示',
    column: { type: 'column', documentId: 'c' },
    agency: { type: 'agency', documentId: 'a' },
    kind: 'funds',
    startsOn: '2026-11-01',
    endsOn: '2026-11-07',
    expiresOn: '2026-12-08',
    body: '<p>公示。</p>',
    attachments: [FILE],
  },
};

/** A stored snapshot of one notice, whose file was fetched. */
const store = {
  hashOf: () => 'ab',
  fileHashes: () => ['ab'],
  forgetFiles: () => undefined,
  entries: () => [NOTICE],
  addresses: () => [],
  cursor: () => ({ epoch: 'e', sequence: 1 }),
  entry: () => NOTICE,
} as unknown as Store;

test('the files of a notice leave the release on the day it goes off line, and only then', () => {
  const live = openLiveSnapshot(store, { has: () => true }, { find: () => undefined });
  expect([...live.files('2026-12-07').keys()]).toEqual(['ab/名单.pdf']);
  expect([...live.files('2026-12-08').keys()]).toEqual([]);
  expect([...live.files().keys()]).toEqual(['ab/名单.pdf']);
});
