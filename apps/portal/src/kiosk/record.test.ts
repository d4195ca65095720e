import { expect, test } from 'vitest';

import { isPin, readKiosk } from './record.ts';

const stored = (text: string | null) => ({ getItem: () => text });
const whole = { seconds: 60, pin: '2026', parts: '<div></div>' };

test('a device is a kiosk when its record is whole', () => {
  expect(readKiosk(stored(JSON.stringify(whole)))).toEqual(whole);
});

test.each([null, '', '{', '[]', '7', JSON.stringify({ ...whole, seconds: 5 }), JSON.stringify({ ...whole, seconds: 'x' }), JSON.stringify({ ...whole, pin: '12' }), JSON.stringify({ ...whole, parts: undefined })])(
  'a device with %s stored is none',
  (text) => {
    expect(readKiosk(stored(text))).toBeUndefined();
  },
);

test('a storage that refuses makes no kiosk', () => {
  expect(readKiosk({ getItem: () => { throw new Error('refused'); } })).toBeUndefined();
});

test('the way out is four to eight digits', () => {
  expect(['1234', '12345678', '123', '123456789', '12a4', ''].map(isPin)).toEqual([true, true, false, false, false, false]);
});
