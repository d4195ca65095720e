import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { printTable } from './print-table.ts';

/** Writes the table of pinyin: after a change of the library's version or of the corrections. */
const file = path.join(import.meta.dirname, '../generated/pinyin-table.ts');
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, printTable());
