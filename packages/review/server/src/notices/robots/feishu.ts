import { createHmac } from 'node:crypto';

import { DeliveryError } from '../delivery/delivery-error.ts';
import { headingOf, type Line, type Message, namedIn } from '../delivery/message.ts';
import { groupLabelOf } from '../kinds.ts';
import type { RobotFormat } from './format.ts';

/** 19021: signature or time refused; 19024: keyword; 9499 and 11232: too many; 19001: the address is not known. */
const REFUSED = [19021, 19022, 19024];
const TOO_FAST = [9499, 11232, 11233];
const GONE = [19001];

/**
 * Signs as 飞书 wants it (open.feishu.cn, 自定义机器人使用指南：签名校验): HmacSHA256 of nothing, by the time in seconds,
 * a line break and the secret as the key; in base64, in the body.
 */
export function signFeishu(secret: string, timestamp: number): string {
  return createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');
}

/** Robots of 飞书. */
export const feishu: RobotFormat = {
  label: '飞书',
  signs: true,
  build(message, { address, secret }, now) {
    const timestamp = Math.floor(now.getTime() / 1000);
    const signature = secret ? { timestamp: String(timestamp), sign: signFeishu(secret, timestamp) } : {};
    return { url: address, body: { ...signature, msg_type: 'post', content: { post: { zh_cn: postOf(message) } } } };
  },
  readAnswer(answer) {
    const code = Number(answer.code ?? answer.StatusCode);
    if (code === 0) return undefined;
    if (TOO_FAST.includes(code)) return new DeliveryError('飞书：发得太快，稍后再发');
    if (REFUSED.includes(code)) return new DeliveryError(`飞书：安全设置没有通过，请检查签名密钥、关键词和服务器时间（${code}）`);
    if (GONE.includes(code)) return new DeliveryError(`飞书：机器人地址无效或已停用（${code}）`, { isFinal: true });
    return new DeliveryError(`飞书：没有接收（${code}）`);
  },
};

/** Rich text: paragraphs of texts and links, in which nothing needs to be escaped. */
function postOf(message: Message): { title: string; content: object[][] } {
  const { named, more } = namedIn(message);
  const rest = more > 0 ? [[{ tag: 'text', text: `还有 ${more} 条，请到后台查看。` }]] : [];
  return { title: headingOf(message, 'group'), content: [...named.map(paragraphOf), ...rest] };
}

function paragraphOf({ kind, title, url }: Line): object[] {
  const what = groupLabelOf(kind);
  if (!url) return [{ tag: 'text', text: [what, title].filter(Boolean).join('：') }];
  return [{ tag: 'text', text: `${what}：` }, { tag: 'a', text: title ?? '到后台查看', href: url }];
}
