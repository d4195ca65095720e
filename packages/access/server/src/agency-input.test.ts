import { describe, expect, test } from 'vitest';

import { readAgencyChange } from './agency-input.ts';

const ID = 'k3v9x2m1q8z7w6y5t4r3s2p1';
const set = { kind: 'set', documentId: ID };

describe('readAgencyChange', () => {
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
    expect(readAgencyChange({ agency })).toEqual(change);
  });

  test('keeps the agency when a write does not speak of it', () => {
    expect(readAgencyChange({ title: '题' })).toEqual({ kind: 'kept' });
  });
});
