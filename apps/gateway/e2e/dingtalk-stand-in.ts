import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** 钉钉 as far as a robot is concerned: takes messages that are signed, refuses others as it does. */
export interface DingtalkStandIn {
  origin: string;
  address: string;
  secret: string;
  /** Texts of the messages it took. */
  taken: string[];
  stop(): Promise<void>;
}

export async function startDingtalk(): Promise<DingtalkStandIn> {
  const secret = 'SEC0123456789abcdef0123456789abcdef';
  const taken: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { searchParams } = new URL(request.url!, 'http://stand-in');
    const timestamp = searchParams.get('timestamp');
    const isSigned = searchParams.get('sign') === createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
    if (isSigned) taken.push((JSON.parse(body) as { markdown: { text: string } }).markdown.text);
    response.end(JSON.stringify(isSigned ? { errcode: 0, errmsg: 'ok' } : { errcode: 310000, errmsg: 'sign not match' }));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    address: `${origin}/robot/send?access_token=token`,
    secret,
    taken,
    stop: () => new Promise((closed) => void server.close(() => closed())),
  };
}
