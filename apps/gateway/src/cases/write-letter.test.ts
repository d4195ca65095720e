import type { LetterFiling } from '@mingchuang/content';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { shownProps } from '../../tests/stand-in-renderer.ts';
import { startCms, type StandInCms } from '../../tests/stand-in-cms.ts';
import { SITE, startGateway, type Answered, type TestGateway, type TestOptions } from '../../tests/start-gateway.ts';

const LETTER = {
  purpose: 'enquiry',
  agency: 'shuiwu',
  title: '滨江路什么时候通水',
  body: '滨江路 12 号从昨天起没有自来水，请问什么时候恢复？',
  name: '王小川',
  phone: '13800000000',
  mayPublish: 'yes',
};
let cms: StandInCms;
let site: TestGateway;
const start = async (options: TestOptions = {}) => {
  site = await startGateway({ cms: { url: cms.url, token: 'gateway-token', timeout: 300 }, ...options });
  site.maker.release({ content: SITE });
  await site.gateway.follower.check();
  return site;
};
beforeEach(async () => {
  cms = await startCms();
});
afterEach(async () => {
  await site.stop();
  await cms.close();
});

const WRITE = '/letters/write/';
/** Writes a letter as a person without script does: form, confirmation, receipt. */
const write = async (change: Record<string, string> = {}, prefix = ''): Promise<{ answer: Answered; token: string }> => {
  const confirm = await site.post(prefix + WRITE, { ...LETTER, ...change });
  const { token, values } = shownProps(confirm.text);
  site.clock.now += 30_000;
  return { answer: await site.post(prefix + WRITE, { ...values, token }), token };
};

describe('a letter', () => {
  test('is confirmed, filed with the CMS, and answered with a receipt that a reload does not send again', async () => {
    await start();
    const confirm = await site.post(WRITE, LETTER);
    expect(confirm.status).toBe(200);
    expect(confirm.headers['cache-control']).toBe('no-store');
    expect(confirm.headers['content-security-policy']).toContain("form-action 'self'");
    const shown = shownProps(confirm.text);
    expect(shown).toMatchObject({ template: 'LetterConfirm', values: LETTER });
    expect(cms.calls).toHaveLength(0);

    site.clock.now += 30_000;
    const sent = await site.post(WRITE, { ...shown.values, token: shown.token });
    expect(sent.status).toBe(303);
    const receipt = await site.get(sent.headers.location!);
    expect(receipt.status).toBe(200);
    expect(receipt.headers['cache-control']).toBe('no-store');
    const [filing] = [...cms.filings.values()];
    expect(shownProps(receipt.text)).toEqual({
      template: 'LetterReceipt', number: filing!.number, code: filing!.code, dueOn: '2026-11-16', limit: 5, queued: false,
    });
    expect(filing).toMatchObject({ kind: 'letter', number: expect.stringMatching(/^20261109-/), suspicion: 0, receivedAt: '2026-11-09T02:00:30.000Z' });
    expect(filing!.submission).toEqual({ ...LETTER, mayPublish: true });
    expect(cms.calls[0]!.authorization).toBe('Bearer gateway-token');

    await site.get(sent.headers.location!);
    expect(cms.calls).toHaveLength(1);
  });

  test('stays in the elderly mode all the way', async () => {
    await start();
    const { answer } = await write({}, '/elder');
    expect(answer.headers.location).toMatch(/^\/elder\/letters\/receipt\//);
    expect((await site.get(answer.headers.location!)).text).toContain('data-mode="elderly"');
  });

  test('stays in 繁體 all the way, and the letter stays as it was typed', async () => {
    await start();
    const { answer } = await write({}, '/elder/hant');
    expect(answer.headers.location).toMatch(/^\/elder\/hant\/letters\/receipt\//);
    expect((await site.get(answer.headers.location!)).text).toContain('<html lang="zh-Hant" data-mode="elderly">');
    expect([...cms.filings.values()].at(-1)!.submission).toEqual({ ...LETTER, mayPublish: true });
  });

  test('sent twice by a double click is one letter with one number', async () => {
    await start();
    const { token } = shownProps((await site.post(WRITE, LETTER)).text);
    site.clock.now += 30_000;
    const answers = await Promise.all([1, 2, 3].map(() => site.post(WRITE, { ...LETTER, token })));
    const numbers = await Promise.all(answers.map(async ({ headers }) => shownProps((await site.get(headers.location!)).text).number));
    expect(new Set(numbers).size).toBe(1);
    expect(cms.filings.size).toBe(1);
    expect(cms.calls.map(({ body }) => (body as { suspicion: number }).suspicion)).toEqual([0, 0, 0]);
  });

  test('on a form that was used already is asked about first', async () => {
    await start();
    const { token } = await write();
    const other = await site.post(WRITE, { ...LETTER, title: '另一件事情', token });
    expect(shownProps(other.text).template).toBe('LetterConfirm');
    expect(cms.filings.size).toBe(1);
  });

  test('takes another number when its own is taken', async () => {
    await start();
    cms.behaviour = 'number taken';
    const { answer } = await write();
    expect(answer.status).toBe(303);
    const numbers = cms.calls.map(({ body }) => (body as { number: string }).number);
    expect(new Set(numbers).size).toBe(2);
    expect(shownProps((await site.get(answer.headers.location!)).text).number).toBe(numbers[1]);
  });
});

describe('the receipt', () => {
  test('is gone after ten minutes', async () => {
    await start();
    const { answer } = await write();
    site.clock.now += 10 * 60_000;
    const gone = await site.get(answer.headers.location!);
    expect(gone.status).toBe(410);
    expect(gone.text).not.toContain(cms.filings.keys().next().value!);
  });

  test('cannot be made up', async () => {
    await start();
    const { answer } = await write();
    const location = answer.headers.location!;
    const forged = location.replace(/.(?=.{20}\/$)/, (one) => (one === 'A' ? 'B' : 'A'));
    expect((await site.get(forged)).status).toBe(404);
  });

  test('is not shown by another installation', async () => {
    await start();
    const { answer } = await write();
    await site.stop();
    await start();
    expect((await site.get(answer.headers.location!)).status).toBe(404);
  });
});

describe('a form with mistakes', () => {
  test('comes back with every mistake at its field and everything that was typed', async () => {
    await start();
    const typed = { purpose: '', agency: 'nowhere', title: '水', body: ' ', name: '', phone: '12', extra: '<script>' };
    const answer = await site.post(WRITE, typed);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('<title>错误：');
    const { template, values, errors, token } = shownProps(answer.text);
    expect(template).toBe('LetterForm');
    expect(values).toEqual(typed);
    expect(token).not.toBe('');
    expect(errors).toEqual([
      { field: 'purpose', message: '请选择来信类型' },
      { field: 'agency', message: '请从列表里选择要写给的单位' },
      { field: 'title', message: '标题至少写 4 个字' },
      { field: 'body', message: '内容至少写 10 个字' },
      { field: 'name', message: '请填写姓名' },
      { field: 'phone', message: '请填写 11 位手机号，或带区号的固定电话' },
      { field: 'mayPublish', message: '请选择答复后是否可以公开' },
    ]);
    expect(cms.calls).toHaveLength(0);
  });

  test('is taken without another question once it is put right', async () => {
    await start();
    const { token } = shownProps((await site.post(WRITE, { ...LETTER, phone: '' })).text);
    site.clock.now += 10_000;
    expect((await site.post(WRITE, { ...LETTER, token })).status).toBe(303);
  });

  test('shows what the CMS found wrong', async () => {
    await start();
    cms.behaviour = 'refuses';
    const { answer } = await write();
    expect(answer.status).toBe(422);
    expect(shownProps(answer.text)).toMatchObject({ values: LETTER, errors: [{ field: 'phone', message: '这个号码不能用' }] });
  });

  test('comes back for changes from the confirmation', async () => {
    await start();
    const { token } = shownProps((await site.post(WRITE, LETTER)).text);
    const answer = await site.post(WRITE, { ...LETTER, token, edit: '1' });
    expect(answer.status).toBe(200);
    expect(shownProps(answer.text)).toEqual({ template: 'LetterForm', values: LETTER, errors: [], token });
  });

  test('forgives full-width digits, spaces and line ends', async () => {
    await start();
    await write({ phone: ' １３８ ００００ ００００', body: '第一行足够长的内容\r\n第二行\u202e反过来\u0007' });
    const { submission } = [...cms.filings.values()][0] as LetterFiling;
    expect(submission.phone).toBe('13800000000');
    expect(submission.body).toBe('第一行足够长的内容\n第二行反过来');
  });
});

describe('against spam', () => {
  test('a form that comes back at once is asked about again', async () => {
    await start();
    const { token } = shownProps((await site.post(WRITE, LETTER)).text);
    site.clock.now += 1000;
    const again = await site.post(WRITE, { ...LETTER, token });
    expect(shownProps(again.text)).toMatchObject({ template: 'LetterConfirm', token });
    expect(cms.calls).toHaveLength(0);
  });

  test.each(['', 'made.up.token', 'zzzzzzzz.AAAA.BBBB'])('a token that is not ours (%j) counts as none', async (token) => {
    await start();
    expect(shownProps((await site.post(WRITE, { ...LETTER, token })).text).template).toBe('LetterConfirm');
  });

  test('a token is good for a day', async () => {
    await start();
    const { token } = shownProps((await site.post(WRITE, LETTER)).text);
    site.clock.now += 25 * 3600_000;
    expect(shownProps((await site.post(WRITE, { ...LETTER, token })).text).template).toBe('LetterConfirm');
  });

  test('a filled trap sends a letter to quarantine without saying so', async () => {
    await start();
    const confirm = await site.post(WRITE, LETTER);
    site.clock.now += 30_000;
    const answer = await site.post(WRITE, { ...LETTER, token: shownProps(confirm.text).token, homepage: 'https://spam.example' });
    expect(answer.status).toBe(303);
    expect([...cms.filings.values()][0]!.suspicion).toBeGreaterThan(60);
  });

  test('the same text again is suspicious, and a flood from one address ends with 429', async () => {
    await start({ limits: { lettersPerHour: 3 } });
    for (const title of ['第一封来信', '第二封来信', '第三封来信']) expect((await write({ title })).answer.status).toBe(303);
    expect([...cms.filings.values()].map(({ suspicion }) => suspicion)).toEqual([0, 40, 40]);
    const { answer } = await write({ title: '第四封来信' });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(60);
    expect(answer.text).toContain('提交得太频繁了');
  });

  test.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('a form sent from elsewhere (%j) is not taken', async (headers) => {
    await start();
    const answer = await site.post(WRITE, LETTER, headers);
    expect(answer.status).toBe(403);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });

  test('what is too long or not a form is not read', async () => {
    await start();
    expect((await site.post(WRITE, { ...LETTER, body: '长'.repeat(10_000) })).status).toBe(413);
    expect((await site.post(WRITE, LETTER, { 'content-type': 'application/json' })).status).toBe(415);
    expect((await site.post(WRITE, LETTER, { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(415);
  });
});

describe('while the CMS is away', () => {
  test.each(['hangs', 'fails', 'no plugin'] as const)('(%s) a letter is received and forwarded later, once', async (behaviour) => {
    await start();
    cms.behaviour = behaviour;
    const { answer } = await write();
    expect(answer.status).toBe(303);
    const { queued, number, code } = shownProps((await site.get(answer.headers.location!)).text);
    expect(queued).toBe(true);
    expect(site.gateway.queue.counts()).toEqual({ waiting: 1, aside: 0 });

    const tracked = await site.post('/letters/track/', { number, code });
    expect(shownProps(tracked.text).tracking).toMatchObject({
      number, state: 'received', title: LETTER.title, dueOn: '2026-11-16', mayRate: false, timeline: [{ state: 'received', note: '来信已经到达，正在等待登记' }],
    });
    expect((await site.post('/letters/track/', { number, code: 'AAAAAAAA' })).status).toBe(422);

    cms.behaviour = 'works';
    await site.gateway.forwarder.run();
    await site.gateway.forwarder.run();
    expect(site.gateway.queue.counts()).toEqual({ waiting: 0, aside: 0 });
    expect([...cms.filings.values()].map((filing) => [filing.number, filing.code])).toEqual([[number, code]]);
  });

  test('nobody waits for it again after it was found away', async () => {
    await start();
    cms.behaviour = 'fails';
    await write();
    const calls = cms.calls.length;
    const { token } = shownProps((await site.post(WRITE, { ...LETTER, title: '第二封来信' })).text);
    site.clock.now += 2000;
    expect((await site.post(WRITE, { ...LETTER, title: '第二封来信', token })).status).toBe(303);
    expect(cms.calls).toHaveLength(calls);
    expect(site.gateway.queue.counts().waiting).toBe(2);
  });

  test('a letter that can be kept nowhere is not acknowledged', async () => {
    await start();
    cms.behaviour = 'fails';
    site.gateway.queue.add = () => Promise.reject(Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' }));
    const { answer } = await write();
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('没有收到您提交的内容');
  });

  test('a filing the CMS will never take is set aside and reported', async () => {
    await start();
    cms.behaviour = 'fails';
    await write();
    cms.behaviour = 'refuses';
    await site.gateway.forwarder.run();
    expect(site.gateway.queue.counts()).toEqual({ waiting: 0, aside: 1 });
    expect(site.lines.join('')).toContain('filing set aside');
    expect((await site.get('/metrics')).text).toContain('mingchuang_filings_aside 1');
  });
});

test('nothing personal is logged or counted', async () => {
  await start();
  await write();
  cms.behaviour = 'fails';
  await write({ title: '第二封不同的来信' });
  await site.post(WRITE, { ...LETTER, phone: '1' });
  const answer = await site.post('/letters/track/', { number: '20261109-ABCDEF', code: 'SECRETCD' });
  expect(answer.status).toBe(503);
  await site.get('/letters/track/?number=20261109-ABCDEF');
  const { answer: sent } = await write({ title: '第三封不同的来信' });
  await site.get(sent.headers.location!);
  const said = site.lines.join('') + (await site.get('/metrics')).text;
  for (const secret of [LETTER.name, LETTER.phone, LETTER.title, LETTER.body, 'SECRETCD', 'ABCDEF', sent.headers.location!.slice(20, 60), '127.0.0.1"'])
    expect(said).not.toContain(secret);
  expect(said).toContain('"network":"127.0.0.0/24"');
});
