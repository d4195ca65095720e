/** The header of an answer that is refused until the second factor is given. */
const PENDING = 'x-second-factor';

/** Calls the admin's own server with the session the page has. */
export type Ask = <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<T>;

/** What the server refused, in its own words. */
export class Refused extends Error {
  override name = 'Refused';
}

/**
 * Watches every answer the admin gets. When one says that the session still owes its second factor, `onPending` is
 * called once, with a way to ask with that session: whatever page it was that asked.
 */
export function watchAnswers(onPending: (ask: Ask) => void): void {
  const plain = window.fetch.bind(window);
  let authorization = '';
  let isTold = false;

  const ask: Ask = async (method, path, body) => {
    const answer = await plain(`${backend()}${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new Refused('没有连上服务器，请检查网络后再试');
    });
    const read = (await answer.json().catch(() => ({}))) as { data?: unknown; error?: { message?: string } };
    if (!answer.ok) throw new Refused(answer.status === 401 ? '登录已过期，请刷新页面重新登录' : (read.error?.message ?? '没有成功，请再试一次'));
    return read.data as never;
  };

  window.fetch = async (input, init) => {
    const answer = await plain(input, init);
    if (answer.status === 403 && answer.headers.get(PENDING) === 'pending') {
      authorization = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined)).get('authorization') ?? authorization;
      if (!isTold) onPending(ask);
      isTold = true;
    }
    return answer;
  };
}

const backend = () => (window as unknown as { strapi?: { backendURL?: string } }).strapi?.backendURL ?? '';
