import type { Admin } from './admin-page.ts';

/** Calls the admin's own interface, and answers what it says. */
export type Call = (method: string, path: string, body?: object) => Promise<any>;

/** Signs somebody of the demo city in, for what a test needs done but is not about. */
export async function callAs({ cms, password }: Admin, name: string): Promise<Call> {
  const send = async (method: string, path: string, body?: object, authorization?: string) => {
    const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
    const answer = await fetch(cms + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return answer.json();
  };
  const email = `${name}@wangchuan.example`;
  const { data } = await send('POST', '/admin/login', { email, password: password(email), deviceId: crypto.randomUUID() });
  return (method, path, body) => send(method, path, body, `Bearer ${data.token}`);
}
