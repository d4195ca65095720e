/** The seed of random edits: another one each time, said so that EXACT_SEED can repeat it. */
export function readSeed(): number {
  const seed = Number(process.env.EXACT_SEED ?? Date.now() % 2 ** 31);
  process.stdout.write(`EXACT_SEED=${seed}\n`);
  return seed;
}
