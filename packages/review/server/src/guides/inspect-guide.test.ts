import { exampleServices } from '@mingchuang/content/examples';
import { describe, expect, test } from 'vitest';

import type { Guide } from './guide.ts';
import { GUIDE_RULES, inspectGuide } from './inspect-guide.ts';

/** A guide with nothing wrong. */
const SOUND: Guide = {
  title: '居住证申领',
  plainName: '办居住证',
  summary: '住满半年就能办，8 个工作日领证。',
  itemType: 'licence',
  theme: 'residence',
  targets: ['person'],
  caseType: 'promised',
  statutoryLimit: 15,
  statutoryUnit: 'workday',
  promisedLimit: 8,
  promisedUnit: 'workday',
  conditions: '<p>在望川居住半年以上。</p>',
  materials: [{ name: '居民身份证', necessity: 'required', form: 'original', medium: 'either', copies: 1, origin: 'government' }],
  steps: ['受理', '审核', '审批', '办结', '送达'].map((name) => ({ name, actor: '市公安局', duration: '1 个工作日' })),
  charged: true,
  fees: [{ name: '工本费', standard: '每张 20 元', basis: '望发改收费〔2024〕2号' }],
  onlinePayment: true,
  visits: 1,
  visitReason: '首次申领要采集指纹。',
  channels: ['window', 'online'],
  onlineUrl: 'https://fuwu.wangchuan.gov.cn/',
  onlineDepth: 'submission',
  delivery: true,
  windows: [{ name: 'B12 窗口', address: '民生大道 18 号', hours: '9:00—17:00', phone: '0000-660 5123', transit: '公交 12 路' }],
  consultationPhone: '0000-660 5122',
  complaintPhone: '12345',
  resultName: '居住证',
  resultType: 'certificate',
  resultSample: 'sample',
  questions: [{ question: '没有合同能办吗？', answer: '能。' }],
  version: '3.0',
  effectiveOn: '2026-08-01',
};
const [MATERIAL] = SOUND.materials!;
const [WINDOW] = SOUND.windows!;

/** For every rule the changes that break it and no other. */
const BROKEN: Record<string, Partial<Guide>[]> = {
  'promise-within-law': [{ promisedLimit: 16 }],
  'same-unit': [{ promisedUnit: 'day' }],
  'immediate-case': [{ caseType: 'immediate' }, { promisedLimit: 0 }],
  'licence-limit': [{ promisedLimit: 21, statutoryLimit: 30 }],
  'limit-known': [{ promisedLimit: null }],
  'nothing-vague': [
    { materials: [{ ...MATERIAL, name: '其他有关材料' }] },
    { conditions: '<p>提交<strong>相关材料</strong>。</p>' },
    { exclusions: '<p>没有按有关规定提交的。</p>' },
  ],
  'material-form': [{ materials: [{ ...MATERIAL, copies: null }] }, { materials: [{ ...MATERIAL, form: null, medium: null }] }],
  'material-condition': [{ materials: [{ ...MATERIAL, necessity: 'conditional' }] }],
  'material-origin': [{ materials: [{ ...MATERIAL, origin: 'other' }] }],
  'blank-and-sample': [{ materials: [{ ...MATERIAL, blankForm: 'blank' }] }, { materials: [{ ...MATERIAL, sampleForm: 'sample' }] }],
  'result-type': [{ resultType: 'document' }, { resultName: '准予许可决定书' }],
  'result-sample': [{ resultSample: null }],
  'five-steps': [{ steps: SOUND.steps!.slice(1) }, { steps: SOUND.steps!.map((step) => ({ ...step, actor: '' })) }],
  'licence-question': [{ questions: [] }],
  'version-shown': [{ version: '' }, { effectiveOn: null }],
  'charged-without-fee': [{ fees: [] }, { fees: [{ name: '工本费', standard: '', basis: '文件' }] }],
  'free-with-fee': [{ charged: false, onlinePayment: false }],
  'payment-online': [{ onlinePayment: false }, { charged: false, fees: [] }],
  'reason-to-come': [{ visitReason: '' }],
  'spared-the-way': [{ visits: 0, channels: ['window'], delivery: false }],
  'whole-online': [{ onlineDepth: 'whole' }],
  'online-address': [{ onlineUrl: '' }],
  'window-known': [{ windows: [] }, { windows: [{ ...WINDOW, transit: '' }] }],
  'two-phones': [{ consultationPhone: '0000-660 5122', complaintPhone: '0000 6605122' }],
  'phones-complete': [{ consultationPhone: '6605122' }, { complaintPhone: '' }],
  'targets-fit-theme': [{ theme: 'permit' }, { targets: ['company'] }, { targets: [] }],
  'plain-name': [{ plainName: ' ' }, { summary: null }],
};

describe('inspectGuide', () => {
  test('finds nothing wrong with a sound guide', () => {
    expect(inspectGuide(SOUND)).toEqual([]);
  });

  test('has an example for every rule', () => {
    expect(Object.keys(BROKEN).sort()).toEqual(GUIDE_RULES.map(({ id }) => id).sort());
  });

  const cases = Object.entries(BROKEN).flatMap(([rule, changes]) => changes.map((change) => [rule, change] as const));
  test.each(cases)('finds %s in %j and nothing else', (rule, change) => {
    const found = inspectGuide({ ...SOUND, ...change });
    // Telephones that are equal but for their form are also told to be written in full.
    const others = found.filter((finding) => finding.rule !== rule && !(rule === 'two-phones' && finding.rule === 'phones-complete'));
    expect(found.map((finding) => finding.rule)).toContain(rule);
    expect(others).toEqual([]);
  });

  test('says where, why and what to do, and puts contradictions first', () => {
    const found = inspectGuide({ ...SOUND, promisedLimit: 16, version: '', fees: [] });
    expect(found.map(({ weight }) => weight)).toEqual(['contradiction', 'contradiction', 'hint']);
    expect(found[0]).toMatchObject({ field: 'promisedLimit', message: '承诺 16 个工作日办结，比法定的 15 个工作日还长。' });
    for (const { clause, remedy, message } of found) for (const text of [clause, remedy, message]) expect(text).toMatch(/[一-鿿].*/);
  });

  test('reads a guide nobody has written anything in', () => {
    expect(inspectGuide({}).every(({ weight }) => weight === 'hint')).toBe(true);
  });

  test('reads what the feed sends of a service item', () => {
    const guide: Guide = exampleServices[0]!.data;
    expect(inspectGuide(guide).filter(({ weight }) => weight === 'contradiction')).toEqual([]);
  });
});
