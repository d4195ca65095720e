import { describe, expect, test } from 'vitest';

import type { Message } from '../delivery/message.ts';
import { findAddressProblem } from './address.ts';
import { dingtalk, signDingtalk } from './dingtalk.ts';
import { feishu, signFeishu } from './feishu.ts';
import { createSealing } from './sealing.ts';
import { wecom } from './wecom.ts';

const SECRET = 'SECthis-is-secret';
const now = new Date(1599360473123);
const url = 'https://cms.wangchuan.example/admin/content-manager/collection-types/api::article.article/abc';
const one: Message = { id: 'a', bundle: 'now', lines: [{ kind: 'waiting', title: '关于[大桥]通车的通告*', url }] };
const many = (count: number, title = '关于望川大桥通车的通告'): Message => ({
  id: 'b',
  bundle: 'night',
  lines: Array.from({ length: count }, () => ({ kind: 'published', title, url })),
});
const hook = { address: 'https://oapi.dingtalk.com/robot/send?access_token=abc', secret: SECRET };

describe('the signatures', () => {
  // Computed with the Python examples of the services' own documentation.
  test('are those of 钉钉: the secret signs time and secret', () => {
    expect(signDingtalk(SECRET, 1599360473123)).toBe('bo0VSA1lV74GRQwmSjXbJ4KXxAGdHz7HT/ia/5e1/xA=');
    const built = new URL(dingtalk.build(one, hook, now).url);
    expect(built.search).toBe('?access_token=abc&timestamp=1599360473123&sign=bo0VSA1lV74GRQwmSjXbJ4KXxAGdHz7HT%2Fia%2F5e1%2FxA%3D');
  });

  test('are those of 飞书: time and secret sign nothing, and stand in the body', () => {
    expect(signFeishu(SECRET, 1599360473)).toBe('IEWXjcn1tcTuq5ZulnlRc2hgyBCNIZsnN2lkjygO4wM=');
    const { url: called, body } = feishu.build(one, hook, now);
    expect(called).toBe(hook.address);
    expect(body).toMatchObject({ timestamp: '1599360473', sign: signFeishu(SECRET, 1599360473) });
  });

  test('are left out where there is no secret', () => {
    expect(dingtalk.build(one, { ...hook, secret: undefined }, now).url).toBe(hook.address);
    expect(feishu.build(one, { ...hook, secret: undefined }, now).body).not.toHaveProperty('sign');
  });
});

describe('the messages', () => {
  test('name the kind, the title and the link, and nothing a title says becomes a format', () => {
    const content = `**等待审核**：[关于［大桥］通车的通告＊](${url})`;
    expect(wecom.build(one, hook, now).body).toEqual({ msgtype: 'markdown', markdown: { content } });
    expect(dingtalk.build(one, hook, now).body).toEqual({ msgtype: 'markdown', markdown: { title: '等待审核：关于［大桥］通车的通告＊', text: content } });
  });

  test('are rich text for 飞书, where a title may hold what it likes', () => {
    expect(feishu.build(one, { ...hook, secret: undefined }, now).body).toEqual({
      msg_type: 'post',
      content: {
        post: {
          zh_cn: {
            title: '等待审核：关于[大桥]通车的通告*',
            content: [[{ tag: 'text', text: '等待审核：' }, { tag: 'a', text: '关于[大桥]通车的通告*', href: url }]],
          },
        },
      },
    });
  });

  test('do without a title, and without a link', () => {
    const bare = { ...one, lines: [{ kind: 'forced', title: null, url }] };
    expect(wecom.build(bare, hook, now).body).toMatchObject({ markdown: { content: `**紧急发布，等待追认**：[到后台查看](${url})` } });
    const blind = { ...one, lines: [{ kind: 'forced', title: null, url: undefined }] };
    expect(wecom.build(blind, hook, now).body).toMatchObject({ markdown: { content: '**紧急发布，等待追认**' } });
  });

  test('fit into the 4096 bytes of 企业微信, and say how many they leave out', () => {
    const { markdown } = wecom.build(many(60, '望'.repeat(100)), hook, now).body as { markdown: { content: string } };
    expect(Buffer.byteLength(markdown.content)).toBeLessThanOrEqual(4096);
    const named = markdown.content.match(/^- /gm)!.length;
    expect(markdown.content).toContain('夜间有 60 条通知');
    expect(markdown.content).toContain(`还有 ${60 - named} 条`);
  });
});

describe('readAnswer', () => {
  test('knows what arrived, what may be tried again, and what never will', () => {
    for (const [format, fine] of [[wecom, { errcode: 0 }], [dingtalk, { errcode: 0 }], [feishu, { code: 0 }], [feishu, { StatusCode: 0 }]] as const)
      expect(format.readAnswer(fine)).toBeUndefined();
    expect(wecom.readAnswer({ errcode: 45009 })).toMatchObject({ message: '企业微信：发得太快，稍后再发', isFinal: false });
    expect(wecom.readAnswer({ errcode: 93000 })).toMatchObject({ isFinal: true });
    expect(dingtalk.readAnswer({ errcode: 310000, errmsg: 'sign not match' })).toMatchObject({ message: expect.stringContaining('加签密钥'), isFinal: false });
    expect(feishu.readAnswer({ code: 19021 })).toMatchObject({ message: expect.stringContaining('签名密钥') });
    expect(feishu.readAnswer({})).toBeDefined();
  });
});

describe('findAddressProblem', () => {
  test('lets the three services through at their own addresses alone', () => {
    expect(findAddressProblem('wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', [])).toBeUndefined();
    expect(findAddressProblem('dingtalk', hook.address, [])).toBeUndefined();
    expect(findAddressProblem('feishu', 'https://open.feishu.cn/open-apis/bot/v2/hook/1-a', [])).toBeUndefined();
    for (const [address, reason] of [
      ['http://oapi.dingtalk.com/robot/send?access_token=1', 'https'],
      ['https://169.254.169.254/latest/meta-data/', '只能发到 oapi.dingtalk.com'],
      ['https://oapi.dingtalk.com.example.cn/robot/send', '只能发到'],
      ['https://oapi.dingtalk.com:8443/robot/send', '只能发到'],
      ['https://someone@oapi.dingtalk.com/robot/send', '用户名'],
      ['https://oapi.dingtalk.com/gettoken', '网址不完整'],
      ['file:///etc/passwd', 'https'],
      ['robot', '不是网址'],
    ])
      expect(findAddressProblem('dingtalk', address!, []), address).toContain(reason);
  });

  test('lets through what the operator allows, and no port or host beside it', () => {
    const allowed = ['http://10.1.2.3:8080'];
    expect(findAddressProblem('feishu', 'http://10.1.2.3:8080/hook', allowed)).toBeUndefined();
    expect(findAddressProblem('feishu', 'http://10.1.2.3/hook', allowed)).toBeDefined();
  });
});

describe('createSealing', () => {
  test('opens with the same key, in the same place, unaltered', () => {
    const sealing = createSealing('a key of the tests');
    const sealed = sealing.seal('SECxyz', 'row secret');
    expect(sealed).not.toContain('SECxyz');
    expect(sealing.open(sealed, 'row secret')).toBe('SECxyz');
    expect(() => sealing.open(sealed, 'other secret')).toThrow();
    expect(() => createSealing('another key').open(sealed, 'row secret')).toThrow();
  });
});
