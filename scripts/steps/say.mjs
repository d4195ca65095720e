// What the scripts print: plain Chinese lines, and a sign of life every few seconds while something takes long.

const started = Date.now();
const seconds = () => `${((Date.now() - started) / 1000).toFixed(0).padStart(4)} 秒`;

/** Prints one line of progress with the seconds since the script began. */
export function say(text) {
  process.stdout.write(`[${seconds()}] ${text}\n`);
}

/** A failure the user can mend: `message` says what is wrong, `remedy` what to do. */
export class Trouble extends Error {
  name = 'Trouble';
  constructor(message, remedy, options) {
    super(message, options);
    this.remedy = remedy;
  }
}

/**
 * Runs `work` and prints a line every 4 seconds until it ends, so that nobody wonders whether it hangs.
 * @param title What is being done.
 * @param work Gets a function that sets the detail shown behind the title.
 */
export async function during(title, work) {
  say(`${title}…`);
  const began = Date.now();
  let detail = '';
  const timer = setInterval(() => say(`${title}… ${detail}`.trimEnd()), 4000);
  try {
    return await work((text) => (detail = text));
  } finally {
    clearInterval(timer);
    say(`${title}：用时 ${((Date.now() - began) / 1000).toFixed(1)} 秒`);
  }
}

/** Ends the script with a clear message instead of a stack trace. */
export function fail(error) {
  if (error instanceof Trouble) {
    process.stderr.write(`\n出错了：${error.message}\n怎么办：${error.remedy}\n`);
    if (error.cause) process.stderr.write(`\n${error.cause instanceof Error ? error.cause.message : error.cause}\n`);
  } else {
    process.stderr.write(`\n出错了：${error?.stack ?? error}\n`);
  }
  process.exit(1);
}
