import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fileOfName, markOfName, nameFilesOf } from './names.ts';

/** Ways to type a name that mean the same. */
const FORMS: readonly ((name: string) => string)[] = [
  (name) => name.replace(/[\p{P}\p{S}\s]/gu, ''),
  (name) => name.replace(/[\p{P}\s]+/gu, ' '),
  (name) => `《${name}》？`,
  (name) => name.replace(/[0-9a-z]/gi, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
  (name) => name.toUpperCase(),
];

test('a name has one mark however it is typed, and one of its own', () => {
  const name = fc.string({ unit: fc.constantFrom(...'养犬登记办法2019ab（）《》〔〕、 '), minLength: 1, maxLength: 24 });
  const typed = fc.tuple(name, fc.constantFrom(...FORMS)).map(([one, form]) => [one, form(one)] as const);
  fc.assert(
    fc.property(typed, ([one, other]) => {
      expect(markOfName(other)).toBe(markOfName(one));
    }),
  );
  const marks = new Set(Array.from({ length: 100_000 }, (_, at) => markOfName(`关于第${at}号提案的答复`)));
  expect(marks.size).toBeGreaterThan(99_995);
});

test.each(['望政发〔2019〕5号', '望政发[2019]5', '望政发2019 5号', '望政发〔２０１９〕第5号'])('%s is the same document number', (number) => {
  expect(markOfName(number)).toBe(markOfName('望政发〔2019〕5号'));
  expect(markOfName(number)).not.toBe(markOfName('望政发〔2019〕15号'));
});

test('names spread evenly over the files of a shard', () => {
  const files = nameFilesOf(20_000);
  const counts = new Map<number, number>();
  for (let at = 0; at < 26_000; at++) {
    const file = fileOfName(markOfName(`关于第${at}号提案的答复`), files);
    counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  expect(counts.size).toBe(files);
  expect(Math.max(...counts.values())).toBeLessThan(2.5 * (26_000 / files));
});
