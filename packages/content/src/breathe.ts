/** Makes a pause for long loops: other work (a nudge, a health check) gets its turn every few milliseconds. */
export function createBreather(every = 12): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < every) return undefined;
    return new Promise((resolve) =>
      setImmediate(() => {
        last = performance.now();
        resolve();
      }),
    );
  };
}
