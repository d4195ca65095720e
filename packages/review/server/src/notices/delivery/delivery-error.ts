/** A message did not arrive. Its text is shown to administrators: it holds no address and no secret. */
export class DeliveryError extends Error {
  override name = 'DeliveryError';
  /** Trying again would not help. */
  readonly isFinal: boolean;

  constructor(message: string, { isFinal = false, cause }: { isFinal?: boolean; cause?: unknown } = {}) {
    super(message, { cause });
    this.isFinal = isFinal;
  }
}

/** What people read about an error that is not ours: its code, never its text, which may hold an address with its key. */
export function reasonOf(error: unknown): string {
  if (error instanceof DeliveryError) return error.message;
  const { code, cause, name } = error as { code?: string; cause?: { code?: string }; name?: string };
  if (name === 'TimeoutError' || name === 'AbortError') return '对方没有及时回答';
  return `没有连上（${code ?? cause?.code ?? name ?? '原因不明'}）`;
}
