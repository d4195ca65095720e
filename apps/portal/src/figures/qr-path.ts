import { encode } from 'uqr';

/** Modules of white around a QR code (ISO/IEC 18004 asks for four). */
const QUIET = 4;

/** A QR code as a drawing: the side of its square in modules, and a line one module wide along its dark runs. */
export interface QrDrawing {
  side: number;
  path: string;
}

/**
 * Draws a text as a QR code that can be read with a corner of the paper gone (level M, 15 %). Every run begins where the one
 * before it ended: half the bytes of a rectangle for each.
 */
export function drawQr(text: string): QrDrawing {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET });
  let path = 'M0 .5';
  let [left, top] = [0, 0];
  for (const [y, row] of data.entries())
    for (let x = 0; x < size; x++) {
      const start = x;
      while (row[x]) x++;
      if (x === start) continue;
      path += `m${start - left} ${y - top}h${x - start}`;
      [left, top] = [x, y];
    }
  return { side: size, path };
}
