import type { RunningCms, Session } from '../boot';
import { ask } from './callers';
import { type Call, DRIVES } from './drives';
import { type Planted, SECRET } from './plant';

/** A call in a line, to be told by. */
export const describeCall = ({ method, path, body }: Call) => `${method} ${path} ${body instanceof FormData ? '(form)' : JSON.stringify(body ?? '')}`.slice(0, 200);

/** Makes every call there is on some planted types. @returns Those that gave something away or failed inside. */
export async function driveRoutes(cms: RunningCms, session: Session, planted: readonly Planted[], isThorough: boolean): Promise<string[]> {
  const world = { planted, isThorough };
  const found: string[] = [];
  for (const { each, once } of Object.values(DRIVES)) {
    const calls = [...(once?.(world) ?? []), ...planted.flatMap((one) => each?.(one, world) ?? [])];
    for (const call of calls) {
      const { status, text } = await ask(cms, session, call);
      // What was asked for may be named in a refusal; it tells nothing.
      const isEcho = status >= 400 && call.path.includes(SECRET);
      if (text.includes(SECRET) && !isEcho) found.push(`${status} ${describeCall(call)} → ${around(text)}`);
      else if (status >= 500) found.push(`${status} ${describeCall(call)} → ${text.slice(0, 120)}`);
    }
  }
  return found;
}

const around = (text: string) => text.slice(Math.max(0, text.indexOf(SECRET) - 120), text.indexOf(SECRET) + 40);
