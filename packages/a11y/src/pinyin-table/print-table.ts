import { buildTable } from './build-table.ts';

/** The source of the module the browser loads. */
export function printTable(): string {
  const { readings, words } = buildTable();
  return `// Made by \`npx tsx packages/a11y/src/pinyin-table/write-table.ts\`; not edited by hand.

/** Each reading with the characters read so. */
export const READINGS =
  '${readings}';

/** Each word with its readings; one that is left out is that of the character. */
export const WORDS =
  '${words}';
`;
}
