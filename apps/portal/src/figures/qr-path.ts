import { encode } from 'uqr';

/** Modules of white around a QR code (ISO/IEC 18004 asks for four). */
const QUIET = 4;

/** A QR code as a drawing: the side of its square in modules, and one path of its dark runs. */
export interface QrDrawing {
  side: number;
  path: string;
}

/** Draws a text as a QR code that can be read with a corner of the paper gone (level M, 15 %). */
export function drawQr(text: string): QrDrawing {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET });
  const rows = data.map((row, y) => {
    let runs = '';
    for (let x = 0; x < size; x++) {
      const start = x;
      while (row[x]) x++;
      if (x > start) runs += `M${start} ${y}h${x - start}v1h-${x - start}z`;
    }
    return runs;
  });
  return { side: size, path: rows.join('') };
}
