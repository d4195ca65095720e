/** Rows and cells of GB 2312 that hold Han characters (GB 2312—80: rows 16 to 87). */
const ROWS = [0xb0, 0xf7] as const;
const CELLS = [0xa1, 0xfe] as const;

let simplified: Set<string> | undefined;

/**
 * Writes a query typed in Traditional characters in the Simplified ones the index holds. The dictionary is loaded only
 * when a character lies outside GB 2312, the set of characters Simplified text is written with.
 */
export async function simplify(query: string): Promise<string> {
  simplified ??= readStandard();
  const han = query.match(/[\u3400-\u9fff]/g) ?? [];
  if (han.every((character) => simplified!.has(character))) return query;
  const { convert } = await import('./traditional.ts');
  return convert(query);
}

/** The standard set, read from the browser's own decoder. */
function readStandard(): Set<string> {
  const bytes: number[] = [];
  for (let row = ROWS[0]; row <= ROWS[1]; row++) for (let cell = CELLS[0]; cell <= CELLS[1]; cell++) bytes.push(row, cell);
  return new Set(new TextDecoder('gb18030').decode(new Uint8Array(bytes)));
}
