/** A number with thousands commas and at most as many decimals as asked for. */
export function formatNumber(value: number, decimals = 2): string {
  return value.toLocaleString('en', { maximumFractionDigits: decimals });
}

const WAN_PER_YI = 10_000;

/** An amount of money for people. @param wan In 万元. @returns From one 亿 up in 亿元 with one decimal, else in 万元. */
export function amountInWords(wan: number): { figure: string; unit: '亿元' | '万元' } {
  return Math.abs(wan) >= WAN_PER_YI
    ? { figure: formatNumber(wan / WAN_PER_YI, 1), unit: '亿元' }
    : { figure: formatNumber(wan, 1), unit: '万元' };
}

/** As `amountInWords`, in one text: `52.5 亿元`. */
export function amountText(wan: number): string {
  const { figure, unit } = amountInWords(wan);
  return `${figure} ${unit}`;
}

/** What a part is of a whole, in per cent with one decimal; an empty whole has no parts. */
export function shareText(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`;
}

/** By how much something grew, in per cent; `undefined` when it grew from nothing. */
export function growth(now: number, before: number): number | undefined {
  return before === 0 ? undefined : ((now - before) / before) * 100;
}

/** A difference with its direction in a sign that is read without colour: `▲ 35`, `▼ 250`, `—`. */
export function differenceText(now: number, before: number): string {
  const difference = now - before;
  if (Math.abs(difference) < 0.005) return '—';
  return `${difference > 0 ? '▲' : '▼'} ${formatNumber(Math.abs(difference))}`;
}
