export type RangeAnswer =
  /** Send everything: no range was asked for, or one we need not honour. */
  | { kind: 'whole' }
  | { kind: 'part'; start: number; end: number }
  | { kind: 'unsatisfiable' };

/**
 * Reads a Range header. Several ranges at once are answered with the whole, which the standard allows.
 * @param size Bytes of the whole.
 */
export function readRange(header: string | undefined, size: number): RangeAnswer {
  const match = header && /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim());
  if (!match) return { kind: 'whole' };
  const [, from, to] = match;
  if (!from && !to) return { kind: 'whole' };
  if (!from) {
    const last = Number(to);
    return last === 0 || size === 0 ? { kind: 'unsatisfiable' } : { kind: 'part', start: Math.max(0, size - last), end: size - 1 };
  }
  const start = Number(from);
  if (to && Number(to) < start) return { kind: 'whole' };
  if (start >= size) return { kind: 'unsatisfiable' };
  return { kind: 'part', start, end: to ? Math.min(Number(to), size - 1) : size - 1 };
}
