/** Milliseconds after which a long run says how far it is. */
const SILENCE = 60_000;

/**
 * Does the same with one thing after the other, as long as there is time, and says from time to time how far it is.
 * @returns What came of those there was time for: of the first at least.
 */
export async function askEach<Thing, Result>(what: string, things: readonly Thing[], minutes: number, work: (thing: Thing) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  const end = performance.now() + minutes * 60_000;
  let said = performance.now();
  for (const thing of things) {
    results.push(await work(thing));
    const now = performance.now();
    if (now > end) break;
    if (now - said < SILENCE) continue;
    said = now;
    console.log(`    ${what}: ${results.length} of ${things.length}`);
  }
  if (results.length < things.length) console.log(`    ${what}: time for ${results.length} of ${things.length} only`);
  return results;
}
