import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message of a robot as it arrived. */
export interface Posted {
  service: 'wecom' | 'dingtalk' | 'feishu';
  /** Header by which a receiver tells messages apart. */
  id: string;
  body: any;
}

/** The three services as far as their robots are concerned: they check addresses and signatures as the real ones do. */
export interface RobotStandIn {
  origin: string;
  posted: Posted[];
  /** Messages that were refused, with the code they were answered. */
  refused: number[];
  /** Set to answer the next calls with this status, as a service does that is down. */
  failing: number;
  addresses: Record<Posted['service'], string>;
  stop(): Promise<void>;
}

export const KEY = '693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa';
export const DINGTALK_SECRET = 'SEC0123456789abcdef0123456789abcdef';
export const FEISHU_SECRET = 'feishu-signing-secret';
const HOUR = 3_600_000;

export async function startRobotServer(): Promise<RobotStandIn> {
  const standIn = { posted: [], refused: [], failing: 0 } as unknown as RobotStandIn;
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const answer = (status: number, content: object) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
      if (standIn.failing > 0) {
        standIn.failing -= 1;
        return answer(503, {});
      }
      const { service, code } = judge(new URL(request.url!, standIn.origin), body);
      if (!service || code !== 0) {
        standIn.refused.push(code);
        return service === 'feishu' ? answer(400, { code, msg: 'sign match fail or timestamp is not within one hour from current time' }) : answer(200, { errcode: code, errmsg: 'refused' });
      }
      standIn.posted.push({ service, id: String(request.headers['x-mingchuang-delivery']), body });
      return service === 'feishu' ? answer(200, { code: 0, data: {}, msg: 'success' }) : answer(200, { errcode: 0, errmsg: 'ok' });
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  standIn.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  standIn.addresses = {
    wecom: `${standIn.origin}/cgi-bin/webhook/send?key=${KEY}`,
    dingtalk: `${standIn.origin}/robot/send?access_token=token-of-dingtalk`,
    feishu: `${standIn.origin}/open-apis/bot/v2/hook/hook-of-feishu`,
  };
  standIn.stop = () => new Promise((closed) => void server.close(() => closed()));
  return standIn;
}

async function readBody(request: IncomingMessage): Promise<any> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text);
}

function judge({ pathname, searchParams }: URL, body: any): { service?: Posted['service']; code: number } {
  if (pathname === '/cgi-bin/webhook/send') {
    const isWhole = body.msgtype === 'markdown' && Buffer.byteLength(body.markdown.content) <= 4096;
    return { service: 'wecom', code: searchParams.get('key') !== KEY ? 93000 : isWhole ? 0 : 40058 };
  }
  if (pathname === '/robot/send') {
    const timestamp = searchParams.get('timestamp') ?? '';
    const expected = createHmac('sha256', DINGTALK_SECRET).update(timestamp + '\n' + DINGTALK_SECRET).digest('base64');
    const isSigned = searchParams.get('sign') === expected && Math.abs(Date.now() - Number(timestamp)) < HOUR;
    const isWhole = body.msgtype === 'markdown' && body.markdown.title && body.markdown.text;
    return { service: 'dingtalk', code: searchParams.get('access_token') !== 'token-of-dingtalk' ? 300001 : !isSigned ? 310000 : isWhole ? 0 : 400035 };
  }
  if (pathname === '/open-apis/bot/v2/hook/hook-of-feishu') {
    const expected = createHmac('sha256', `${body.timestamp}\n${FEISHU_SECRET}`).digest('base64');
    const isSigned = body.sign === expected && Math.abs(Date.now() / 1000 - Number(body.timestamp)) < 3600;
    return { service: 'feishu', code: !isSigned ? 19021 : body.msg_type === 'post' && body.content.post.zh_cn.content.length > 0 ? 0 : 9499 };
  }
  return { code: 404 };
}
