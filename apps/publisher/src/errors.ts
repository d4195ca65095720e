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
  return `${error.message}${cause}`;
}
