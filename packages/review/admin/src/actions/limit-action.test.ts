import { describe, expect, test } from 'vitest';

import { limitAction } from './limit-action.ts';

const known = { isPublishing: false, isKnown: true, status: 'draft' };
const panel = { position: ['panel'], label: '按钮' };

describe('limitAction', () => {
  test('offers nothing that publishes, not even while it is not known whether the type is reviewed', () => {
    expect(limitAction(panel, { ...known, type: 'publish', isPublishing: true })).toBeNull();
    expect(limitAction(panel, { ...known, type: 'unpublish', isPublishing: true, isKnown: false })).toBeNull();
  });

  test('keeps saving, as the second button, and takes the untyped actions for several languages away', () => {
    expect(limitAction(panel, { ...known, type: 'update' })).toMatchObject({ variant: 'secondary' });
    expect(limitAction(panel, { ...known, type: undefined })).toBeNull();
  });

  test('says that what is published has to be withdrawn before it is deleted', () => {
    const action = { position: ['header', 'table-row'], label: '删除' };
    expect(limitAction(action, { ...known, type: 'delete' })).toEqual(action);
    expect(limitAction(action, { ...known, type: 'delete', status: 'modified' })).toMatchObject({ disabled: true, label: '删除（要先撤下）' });
  });
});
