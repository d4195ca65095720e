import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP } from 'node:net';

import type { LinkAnswer } from '../checks/links.ts';
import { isPublicAddress, lookupPublic, PrivateAddress } from './public-address.ts';

interface Options {
  /** Hosts that may lie in a private network. */
  allows?: (host: string) => boolean;
  /** How long one request may take, ms. */
  patience?: number;
}
interface Step {
  status: number;
  location: string | undefined;
}

const REDIRECTS = 5;
const PATIENCE = 8_000;
/** Answers to HEAD that say only that it is not liked. */
const NOT_BY_HEAD = new Set([400, 403, 404, 405, 406, 501]);
const REASONS: Record<string, string> = {
  ENOTFOUND: '没有这个网站',
  ECONNREFUSED: '对方拒绝连接',
  ECONNRESET: '连接中断',
  CERT_HAS_EXPIRED: '对方的证书过期了',
  DEPTH_ZERO_SELF_SIGNED_CERT: '对方的证书不受信任',
  ERR_TLS_CERT_ALTNAME_INVALID: '对方的证书不是这个网站的',
};

/**
 * Asks an address whether it is there, without reading what it answers. Never leads into a private network, by no
 * redirect either.
 */
export async function askAddress(address: string, options: Options = {}): Promise<LinkAnswer> {
  try {
    let url = new URL(address);
    for (let hop = 0; hop <= REDIRECTS; hop += 1) {
      const { status, location } = await ask(url, options);
      if (!location || status < 300 || status >= 400) return judge(status);
      url = new URL(location, url);
      if (!/^https?:$/.test(url.protocol)) return { kind: 'trouble', reason: '转到了不是网页的地方' };
    }
    return { kind: 'trouble', reason: '转来转去没有尽头' };
  } catch (error) {
    return explain(error as NodeJS.ErrnoException);
  }
}

function judge(status: number): LinkAnswer {
  if (status === 404 || status === 410) return { kind: 'gone', reason: `对方说没有这个网页（${status}）` };
  if (status >= 500) return { kind: 'trouble', reason: `对方的服务器出错（${status}）` };
  // 401, 403 and 429 are about who asks: people may be let in where programs are not.
  return { kind: 'ok' };
}

function explain(error: NodeJS.ErrnoException): LinkAnswer {
  if (error instanceof PrivateAddress) return { kind: 'private' };
  const reason = REASONS[error.code ?? ''];
  if (error.code === 'ENOTFOUND' || error.code === 'ERR_INVALID_URL') return { kind: 'gone', reason: reason ?? '网址的写法不对' };
  return { kind: 'trouble', reason: reason ?? (error.code === 'ETIMEDOUT' ? '很久没有回应' : '连接不上') };
}

async function ask(url: URL, options: Options): Promise<Step> {
  const first = await send(url, 'HEAD', options);
  return NOT_BY_HEAD.has(first.status) ? send(url, 'GET', options) : first;
}

function send(url: URL, method: 'HEAD' | 'GET', { allows = () => false, patience = PATIENCE }: Options): Promise<Step> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !isPublicAddress(host) && !allows(host)) return Promise.reject(new PrivateAddress(host));
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestSecure : requestPlain)(url, {
      method,
      lookup: lookupPublic(allows) as never,
      headers: { 'user-agent': 'Mozilla/5.0 (compatible; Mingchuang link check)', accept: '*/*' },
      signal: AbortSignal.timeout(patience),
      agent: false,
    });
    request.on('response', (response) => {
      resolve({ status: response.statusCode ?? 0, location: response.headers.location });
      response.destroy();
    });
    request.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.name === 'AbortError' || error.name === 'TimeoutError' ? Object.assign(error, { code: 'ETIMEDOUT' }) : error),
    );
    request.end();
  });
}
