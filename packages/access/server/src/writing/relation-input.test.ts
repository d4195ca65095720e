import { describe, expect, test } from 'vitest';

import { listBroughtIn, readRelationChange } from './relation-input.ts';

const ID = 'k3v9x2m1q8z7w6y5t4r3s2p1';
const set = { kind: 'set', documentId: ID };

describe('readRelationChange', () => {
  test.each([
    ['a document id', ID, set],
    ['a row id', 7, { kind: 'set-by-row', id: 7 }],
    ['a row id as text', '7', { kind: 'set-by-row', id: 7 }],
    ['an object', { documentId: ID }, set],
    ['a list', [ID], set],
    ['set', { set: [{ documentId: ID }] }, set],
    ['connect', { connect: [{ documentId: ID, id: 3 }], disconnect: [] }, set],
    ['connect of one', { connect: ID }, set],
    ['connect in place of another', { connect: [ID], disconnect: [{ id: 4 }] }, set],
    ['nothing connected', { connect: [], disconnect: [] }, { kind: 'kept' }],
    ['disconnect', { disconnect: [{ id: 4 }] }, { kind: 'removed' }],
    ['an empty set', { set: [] }, { kind: 'removed' }],
    ['null', null, { kind: 'removed' }],
    ['an empty list', [], { kind: 'removed' }],
  ])('reads %s', (_, agency, change) => {
    expect(readRelationChange(agency)).toEqual(change);
  });

  test('keeps the agency when a write does not speak of it', () => {
    expect(readRelationChange(undefined)).toEqual({ kind: 'kept' });
  });
});

describe('listBroughtIn', () => {
  test.each([
    ['nothing', undefined, [], []],
    ['null', null, [], []],
    ['a document id', ID, [ID], []],
    ['row ids', [7, '8'], [], [7, 8]],
    ['objects', [{ id: 7 }, { documentId: ID, id: 9 }], [ID], [7]],
    ['set and connect', { set: [{ documentId: ID }], connect: [{ id: 3 }], disconnect: [{ id: 4 }] }, [ID], [3]],
    ['an input that only takes away', { disconnect: [{ id: 4 }] }, [], []],
  ])('finds %s', (_, value, documentIds, ids) => {
    expect(listBroughtIn(value)).toEqual({ documentIds, ids });
  });
});
