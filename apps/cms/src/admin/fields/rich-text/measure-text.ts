/** Characters and words read in a minute, between the 300 and 400 usual for Chinese. */
const PACE = 350;
const HAN = /\p{Script=Han}/gu;
/** A run of other letters or digits is one word: “Wi-Fi”, “2.4”, “〔2026〕” counts 2026. */
const WORD = /[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu;

/** How long a text is: Chinese characters and other words, as word processors count, and minutes to read, at least 1. */
export function measureText(text: string): { words: number; minutes: number } {
  const han = text.match(HAN)?.length ?? 0;
  const words = han + (text.replace(HAN, ' ').match(WORD)?.length ?? 0);
  return { words, minutes: Math.max(1, Math.round(words / PACE)) };
}
