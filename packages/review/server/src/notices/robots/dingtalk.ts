import { createHmac } from 'node:crypto';

import { DeliveryError } from '../delivery/delivery-error.ts';
import { headingOf } from '../delivery/message.ts';
import { markdownOf, plainInMarkdown } from './markdown.ts';
import type { RobotFormat } from './format.ts';

/** 130101: more than twenty messages a minute; the robot is silent for ten minutes. */
const TOO_FAST = 130101;
/** 310000: signature, keyword or network refused; 300001: the token is not known; 300005: the robot is gone. */
const REFUSED = 310000;
const GONE = [300001, 300005, 400013];

/**
 * Signs as 钉钉 wants it (open.dingtalk.com, 自定义机器人安全设置：加签): HmacSHA256 by the secret of the time in
 * milliseconds, a line break and the secret; in base64, in the address.
 */
export function signDingtalk(secret: string, timestamp: number): string {
  return createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
}

/** Robots of 钉钉. */
export const dingtalk: RobotFormat = {
  label: '钉钉',
  signs: true,
  build(message, { address, secret }, now) {
    const url = new URL(address);
    if (secret) {
      url.searchParams.set('timestamp', String(now.getTime()));
      url.searchParams.set('sign', signDingtalk(secret, now.getTime()));
    }
    // The title is what the list of conversations shows.
    const title = plainInMarkdown(headingOf(message, 'group'));
    return { url: url.href, body: { msgtype: 'markdown', markdown: { title, text: markdownOf(message) } } };
  },
  readAnswer({ errcode }) {
    if (errcode === 0) return undefined;
    if (errcode === TOO_FAST) return new DeliveryError('钉钉：发得太快，稍后再发');
    if (errcode === REFUSED) return new DeliveryError('钉钉：安全设置没有通过，请检查加签密钥、关键词和服务器时间（310000）');
    if (GONE.includes(Number(errcode))) return new DeliveryError(`钉钉：机器人地址无效或已停用（${Number(errcode)}）`, { isFinal: true });
    return new DeliveryError(`钉钉：没有接收（${String(errcode)}）`);
  },
};
