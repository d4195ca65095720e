import { join } from 'node:path';

import { inspectGuide } from '@mingchuang/review/guides';
import { describe, expect, test } from 'vitest';

import { readCity } from './city';

interface Service {
  key: string;
  title: string;
  itemType: string;
  theme: string;
  targets: string[];
  caseType: 'immediate' | 'promised';
  statutoryLimit?: number;
  statutoryUnit?: string;
  promisedLimit: number;
  promisedUnit: string;
  visits: number;
  visitReason?: string;
  channels: string[];
  onlineUrl?: string;
  onlineDepth: string;
  delivery: boolean;
  charged: boolean;
  fees?: unknown[];
  onlinePayment: boolean;
  consultationPhone: string;
  complaintPhone: string;
  resultName: string;
  resultType: string;
  resultSample?: string;
  materials: { name: string; form: string; medium: string; copies: number; origin: string; originNote?: string; condition?: string; necessity: string; blankForm?: string; sampleForm?: string }[];
  steps: { name: string; actor: string; duration: string; detail: string }[];
  windows: { transit?: string; phone?: string; hours: string }[];
  questions: unknown[];
}

const services = readCity(join(import.meta.dirname, '../../demo')).documents['service-item'] as unknown as Service[];
const BUSINESS_THEMES = ['business', 'permit'];
const COMPANIES = ['company', 'institution', 'association', 'other'];
const VAGUE = /其他(有关|相关)?材料|有关材料|相关(证明)?材料|等材料|有关规定应提交/;

/** The cross-field rules of a service guide. */
describe.each(services.map((service) => [service.title, service] as const))('%s', (_title, service) => {
  test('is an immediate case exactly when it is settled on the spot', () => {
    expect(service.caseType).toBe(service.promisedLimit === 0 ? 'immediate' : 'promised');
  });

  test('promises no more time than the law allows', () => {
    if (service.statutoryLimit === undefined) return;
    expect(service.promisedUnit).toBe(service.statutoryUnit);
    expect(service.promisedLimit).toBeLessThanOrEqual(service.statutoryLimit);
  });

  test('names its result and shows a sample of what is handed out', () => {
    expect(service.resultName).not.toBe('');
    if (/(证|执照|卡)$/.test(service.resultName)) expect(service.resultType).toBe('certificate');
    if (/(书|文|批复)$/.test(service.resultName)) expect(service.resultType).toBe('document');
    if (service.resultType !== 'other') expect(service.resultSample).toBeDefined();
  });

  test('says why somebody must come, or spares them the way', () => {
    if (service.visits > 0) expect(service.visitReason!.length).toBeGreaterThan(10);
    else expect(service.visitReason).toBeUndefined();
    if (service.visits === 0 && !service.channels.includes('online')) expect(service.delivery).toBe(true);
    if (service.onlineDepth === 'whole') expect(service.visits).toBe(0);
    if (service.channels.includes('online')) expect(service.onlineUrl).toBeDefined();
  });

  test('charges with a basis or takes no money', () => {
    if (service.charged) expect(service.fees!.length).toBeGreaterThan(0);
    else expect(service.fees).toBeUndefined();
    expect(service.onlinePayment).toBe(service.charged);
  });

  test('has two telephone numbers with area codes', () => {
    expect(service.consultationPhone).toMatch(/^0000-\d{3} \d{4}$/);
    expect(service.complaintPhone).toMatch(/^0000-\d{3} \d{4}$/);
    expect(service.consultationPhone).not.toBe(service.complaintPhone);
  });

  test('is addressed to whom its theme is about', () => {
    const wanted = BUSINESS_THEMES.includes(service.theme) ? COMPANIES : [...COMPANIES, 'person'];
    expect(service.targets.some((target) => wanted.includes(target))).toBe(true);
    if (BUSINESS_THEMES.includes(service.theme)) expect(service.targets).not.toContain('person');
  });

  test('goes through the five steps, each with who, how long and what', () => {
    expect(service.steps.map(({ name }) => name)).toEqual(['受理', '审核', '审批', '办结', '送达']);
    for (const { actor, duration, detail } of service.steps) expect([actor, duration, detail].every(Boolean)).toBe(true);
  });

  test('says of every material what form, how many and where from, and nothing vague', () => {
    expect(service.materials.length).toBeGreaterThan(0);
    for (const material of service.materials) {
      expect(material.name).not.toMatch(VAGUE);
      expect(material.copies).toBeGreaterThan(0);
      expect(material.originNote ?? material.condition ?? material.origin).toBeTruthy();
      expect(material.necessity === 'conditional').toBe(material.condition !== undefined);
      // An empty form without an example, or the reverse, helps nobody.
      expect(Boolean(material.blankForm)).toBe(Boolean(material.sampleForm));
    }
  });

  test('has a window with hours, telephone and the way there, and an answer to a question', () => {
    for (const window of service.windows) expect([window.hours, window.phone, window.transit].every(Boolean)).toBe(true);
    expect(service.questions.length).toBeGreaterThan(0);
  });
});

test('the guides show every way a service can be: free and charged, at home and in person, at once and promised', () => {
  for (const pick of [(one: Service) => one.charged, (one: Service) => one.visits > 0, (one: Service) => one.caseType]) expect(new Set(services.map(pick)).size).toBe(2);
  expect(new Set(services.map(({ resultType }) => resultType)).size).toBe(3);
});

describe('the guides of the demo city', () => {
  const services = readCity(join(import.meta.dirname, '../../demo')).documents['service-item'];
  test.each(services.map((service) => [service.title, service] as const))('%s keeps every rule', (_title, service) => {
    expect(inspectGuide(service as object)).toEqual([]);
  });
});
