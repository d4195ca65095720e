/** The step of a publication that something belongs to. */
export type Step = 'pull' | 'plan' | 'draw' | 'index' | 'verify' | 'release' | 'acknowledge';

/** A publication stopped. The release being served is unchanged. */
export class PublishError extends Error {
  override name = 'PublishError';
  readonly step: Step;

  constructor(step: Step, message: string, options?: ErrorOptions) {
    super(message, options);
    this.step = step;
  }
}

/** A command cannot be carried out as given. Its message is shown to the operator as it is. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** What went wrong, with its causes, in one line for a ledger or a log. */
export function explainError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `（${explainError(error.cause)}）`;
  return `${TROUBLES[(error as NodeJS.ErrnoException).code ?? ''] ?? error.message}${cause}`;
}

const FULL = '磁盘已满，腾出空间后会自动重试；npm run publish -- prune 清理旧的发布版本';
/** Troubles of a machine in words that say what to do. */
const TROUBLES: Record<string, string> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  SQLITE_FULL: FULL,
  EROFS: '磁盘现在只能读、不能写，请检查文件系统',
  EIO: '磁盘读写出错，请检查硬件',
  SQLITE_IOERR_WRITE: '磁盘读写出错，请检查硬件',
};
