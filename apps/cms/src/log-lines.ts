/** What winston hands from one format to the next; the text to be written stands under a symbol of its own. */
type Entry = Record<string | symbol, unknown> & { level: string; message: unknown; stack?: unknown };

const MESSAGE = Symbol.for('message');
/** The line Strapi writes for each request. */
const REQUEST = /^([A-Z]+) (\S+) \((\d+) ms\) (\d{3})$/;
/** Longest text of one entry: an error that quotes a whole document is cut. */
const LONGEST = 4000;

/** Addresses are logged without their query: what somebody searched for may be a name. */
function describe(message: string): Record<string, unknown> {
  const [, method, url, milliseconds, status] = REQUEST.exec(message) ?? [];
  if (!url) return { msg: message.slice(0, LONGEST) };
  return { method, path: url.split('?')[0], status: Number(status), ms: Number(milliseconds), msg: 'request' };
}

/**
 * The format of the CMS's log: one JSON object a line, with the names gateway and publisher use. Given to winston, which
 * wants an object with `transform`.
 *
 * @param requestId Answers the id of the request being served, if there is one.
 */
export function createLogLines(now: () => Date, requestId: () => string | undefined) {
  return {
    transform(entry: Entry): Entry {
      const { level, message, stack } = entry;
      const id = requestId();
      const line = {
        level,
        time: now().toISOString(),
        name: 'cms',
        ...(id && { requestId: id }),
        ...describe(String(message)),
        ...(typeof stack === 'string' && { stack: stack.slice(0, LONGEST) }),
      };
      return { ...entry, [Symbol.for('level')]: level, [MESSAGE]: JSON.stringify(line) };
    },
  };
}
