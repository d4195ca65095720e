import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { caseFiling, type CaseFiling } from '@mingchuang/content';

export type Behaviour = 'works' | 'hangs' | 'fails' | 'refuses' | 'number taken' | 'no plugin';

export interface StandInCms {
  url: string;
  behaviour: Behaviour;
  /** Every filing that was stored, by number: twice the same is stored once. */
  filings: Map<string, CaseFiling>;
  /** Every call, stored or not. */
  calls: { path: string; authorization: string | undefined; body: any }[];
  tracking: (body: { number: string; code: string }) => { status: number; body: unknown };
  close(): Promise<void>;
}

const refusal = (field: string, message: string) => ({
  data: null,
  error: { status: 400, name: 'ValidationError', message, details: { fields: [{ field, message }] } },
});

/** The public calls of the CMS over real HTTP, with the ways it can fail. */
export async function startCms(port = 0): Promise<StandInCms> {
  const cms: StandInCms = {
    url: '',
    behaviour: 'works',
    filings: new Map(),
    calls: [],
    tracking: () => ({ status: 400, body: refusal('code', '编号或查询码不对') }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  const answer = (path: string, body: any): { status: number; body: unknown } | undefined => {
    if (cms.behaviour === 'hangs') return undefined;
    if (cms.behaviour === 'fails') return { status: 500, body: { error: { status: 500, message: 'Internal Server Error' } } };
    if (cms.behaviour === 'no plugin') return { status: 404, body: { data: null, error: { status: 404, message: 'Not Found', details: {} } } };
    if (path !== '/api/cases') return cms.tracking(body as { number: string; code: string });
    if (cms.behaviour === 'refuses') return { status: 400, body: refusal('phone', '这个号码不能用') };
    if (cms.behaviour === 'number taken') {
      cms.behaviour = 'works';
      return { status: 400, body: refusal('number', '编号已被使用') };
    }
    const filing = caseFiling.parse(body);
    cms.filings.set(filing.number, filing);
    return { status: 200, body: { number: filing.number } };
  };
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      cms.calls.push({ path: request.url!, authorization: request.headers.authorization, body });
      const answered = answer(request.url!, body);
      if (!answered) return;
      response.writeHead(answered.status, { 'content-type': 'application/json' }).end(JSON.stringify(answered.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  cms.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return cms;
}
