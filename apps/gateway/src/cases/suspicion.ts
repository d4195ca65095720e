/** What is known about how a letter was sent. */
export interface Circumstances {
  text: string;
  /** Whether the field no person sees was filled. */
  trapFilled: boolean;
  /** From the first view to the letter. */
  seconds: number;
  /** Letters from the same address within the hour before. */
  earlier: number;
  /** Whether the same text came within the day before. */
  repeated: boolean;
  /** Whether the request carries what every browser of the last years sends. */
  likeABrowser: boolean;
}

/**
 * How much a letter looks like spam, 0 to 100. Nothing is refused for it: above 60 the letter waits for a person to
 * look, and any single innocent reason stays below that.
 */
export function scoreSuspicion({ text, trapFilled, seconds, earlier, repeated, likeABrowser }: Circumstances): number {
  const links = (text.match(/https?:\/\/|www\.|[a-z0-9-]+\.(?:com|net|top|xyz|vip|cc)\b/gi) ?? []).length;
  const han = (text.match(/\p{Script=Han}/gu) ?? []).length;
  const score =
    (trapFilled ? 70 : 0) +
    (links > 2 ? 35 : links > 0 ? 15 : 0) +
    (seconds < 5 ? 15 : 0) +
    Math.min(40, Math.max(0, earlier - 2) * 10) +
    (repeated ? 40 : 0) +
    (likeABrowser ? 0 : 20) +
    (han * 3 < text.length ? 20 : 0) +
    (/(.)\1{14}/u.test(text) ? 20 : 0);
  return Math.min(100, score);
}
