import { parseCommandLine, USAGE } from './commands/command-line.ts';
import { performHere, performThere } from './commands/reach-publisher.ts';
import { CommandError, explainError } from './errors.ts';
import { readSettings } from './settings.ts';
import { lockDataFolder, readContact } from './store/lock.ts';

/** 0 done, 1 done but something needs a person, 2 wrong use, 3 failed. */
async function main(): Promise<number> {
  const wanted = parseCommandLine(process.argv.slice(2));
  if (wanted.kind === 'help') {
    process.stdout.write(`${wanted.text}\n`);
    return 0;
  }
  const settings = readSettings();
  const lock = lockDataFolder(settings.dataDir);
  const contact = lock ? undefined : readContact(settings.dataDir);
  if (!lock && !contact) throw new CommandError(`另一个发布命令正在使用 ${settings.dataDir}，请等它结束后再试`);
  try {
    const { ok, lines } = lock ? await performHere(wanted.command, settings) : await performThere(wanted.command, contact!);
    process.stdout.write(`${lines.join('\n')}\n`);
    return ok ? 0 : 1;
  } finally {
    lock?.release();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const isWrongUse = error instanceof CommandError && error.cause === USAGE;
    process.stderr.write(isWrongUse ? `${error.message}。\n\n${USAGE}\n` : `${explainError(error)}\n`);
    process.exit(error instanceof CommandError ? 2 : 3);
  },
);
