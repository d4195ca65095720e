/** Often enough that nobody thinks it hangs; seldom enough to be read. */
const EVERY = 1500;

/** Tells how far the loading is: `正在装入示例城市：信息 12/40`. */
export interface Progress {
  step(what: string, done: number, of: number): void;
}

/** Says every first and last step of a kind, and between them one every one and a half seconds. */
export function createProgress(say: (line: string) => void, now: () => number = Date.now): Progress {
  let said = 0;
  return {
    step(what, done, of) {
      const isDue = now() - said >= EVERY;
      if (!isDue && done !== 1 && done !== of) return;
      said = now();
      say(`正在装入示例城市：${what} ${done}/${of}`);
    },
  };
}
