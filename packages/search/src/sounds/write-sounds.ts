import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { pinyin } from 'pinyin-pro';

/** Writes the table of sounds: `npx tsx packages/search/src/sounds/write-sounds.ts` after a change of the library's version. */
const bySound = new Map<string, string[]>();
const decoder = new TextDecoder('gb18030');
for (let row = 0xb0; row <= 0xf7; row++)
  for (let cell = 0xa1; cell <= 0xfe; cell++) {
    const character = decoder.decode(new Uint8Array([row, cell]));
    if (!/^[\u4e00-\u9fff]$/.test(character)) continue;
    const sounds = pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true });
    for (const sound of new Set(sounds.filter((one) => /^[a-z]+$/.test(one)))) bySound.set(sound, [...(bySound.get(sound) ?? []), character]);
  }
const table = [...bySound].sort(([a], [b]) => (a < b ? -1 : 1)).map(([sound, characters]) => sound + characters.join(''));
writeFileSync(
  path.join(import.meta.dirname, 'sounds.ts'),
  `// Made by \`npx tsx packages/search/src/sounds/write-sounds.ts\`; not edited by hand.

/** Each sound without its tone, with the characters of GB 2312 that can have it. */
export const SOUNDS =
  '${table.join(' ')}';
`,
);
