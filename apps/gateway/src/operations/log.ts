import { joinMode, PREVIEW_ROOT, splitMode } from '@mingchuang/content';
import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';

import { GatewayError } from '../errors.ts';
import { isReceiptPath, RECEIPTS } from '../cases/receipt.ts';

/** The gateway's log: one JSON object a line, without anything a citizen wrote. */
export function createLog(destination?: DestinationStream): Logger {
  return pino(
    { base: { name: 'gateway' }, timestamp: stdTimeFunctions.isoTime, serializers: { err: describeError }, formatters: { level: (level) => ({ level }) } },
    destination ?? pino.destination({ dest: 1, sync: false }),
  );
}

/**
 * What may be logged of an error: what kind, where, and the message only when it is one of ours or the system's. A
 * message from elsewhere may quote what it failed on, and that may be a letter.
 */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code } = error as NodeJS.ErrnoException;
  const isSafe = error instanceof GatewayError || (code !== undefined && /^(E[A-Z]+|FST_\w+|SQLITE_\w+)$/.test(code));
  return {
    kind: error.name,
    ...(code !== undefined && { code }),
    ...(isSafe && { message: error.message }),
    at: (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8).map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

/** A path as it may be logged: without its query, the sealed part of a receipt and the token of a preview. */
export function loggablePath(path: string): string {
  const { path: plain, ...mode } = splitMode(path);
  if (plain.startsWith(PREVIEW_ROOT)) return joinMode(`${PREVIEW_ROOT}(token)/`, mode);
  return (isReceiptPath(plain) ? joinMode(`${RECEIPTS}(sealed)/`, mode) : path).slice(0, 200);
}
