import { DeliveryError } from '../delivery/delivery-error.ts';
import { type Message, NAMED } from '../delivery/message.ts';
import { markdownOf } from './markdown.ts';
import type { RobotFormat } from './format.ts';

/** Most of the content, bytes of UTF-8 (企业微信开发者中心：群机器人，markdown 类型). */
const LIMIT = 4096;
/** Its robots take twenty messages a minute. */
const TOO_FAST = 45009;
/** Codes of an address that is wrong or was taken back: 93000 invalid webhook url, 40001/40013/40014 credentials. */
const GONE = [93000, 40001, 40013, 40014];

/** Robots of 企业微信 (developer.work.weixin.qq.com/document/path/91770). Their key is in the address; nothing is signed. */
export const wecom: RobotFormat = {
  label: '企业微信',
  signs: false,
  build: (message, { address }) => ({ url: address, body: { msgtype: 'markdown', markdown: { content: fitting(message) } } }),
  readAnswer({ errcode }) {
    if (errcode === 0) return undefined;
    if (errcode === TOO_FAST) return new DeliveryError('企业微信：发得太快，稍后再发');
    if (GONE.includes(Number(errcode))) return new DeliveryError(`企业微信：机器人地址无效或已停用（${Number(errcode)}）`, { isFinal: true });
    return new DeliveryError(`企业微信：没有接收（${String(errcode)}）`);
  },
};

/** Names fewer notices while the content is too long. */
function fitting(message: Message): string {
  for (let most = NAMED; ; most--) {
    const content = markdownOf(message, most);
    if (Buffer.byteLength(content) <= LIMIT || most === 1) return content;
  }
}
