/** Milliseconds an index may be worked on at a stretch. */
const STRETCH = 12;

/**
 * Makes pauses for long loops: a publisher that writes a large shard goes on answering health checks and keeping its lease.
 * What is returned is awaited in each round; mostly it is nothing.
 */
export function createBreather(): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < STRETCH) return undefined;
    return new Promise((resolve) =>
      setImmediate(() => {
        last = performance.now();
        resolve();
      }),
    );
  };
}
