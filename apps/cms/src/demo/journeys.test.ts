import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { readCity, type DemoDocument } from './city';
import { referencesIn } from './links';

interface Step {
  title: string;
  joint: string;
  detail: string;
}

const { documents } = readCity(join(import.meta.dirname, '../../demo'));
const journeys = documents.journey as (DemoDocument & { steps: Step[]; services: string[]; related: string[] })[];
const servicesIn = ({ detail }: Step) =>
  referencesIn(detail)
    .entries.filter(({ kind }) => kind === 'service-item')
    .map(({ key }) => key);

test('the eight journeys of a life are there', () => {
  expect(journeys.map(({ key }) => key)).toEqual(['chuxing', 'huji', 'jiehun', 'lvyou', 'rencai', 'shangxue', 'shengyu', 'yanglao']);
});

describe.each(journeys.map((journey) => [journey.title, journey] as const))('the journey %s', (_title, { steps, services, related, key }) => {
  test('has four to eight steps, begins by itself, and says what to do in each', () => {
    expect(steps.length).toBeGreaterThanOrEqual(4);
    expect(steps.length).toBeLessThanOrEqual(8);
    expect(steps[0]!.joint).toBe('then');
    for (const { detail, title } of steps) expect(detail.replace(/<[^>]+>/g, '').length, title).toBeGreaterThan(25);
  });

  test('names its services in its steps, four at least, and lists them all', () => {
    const named = steps.flatMap(servicesIn);
    expect(new Set(named).size).toBeGreaterThanOrEqual(4);
    expect(services).toEqual(expect.arrayContaining(named));
  });

  test('leads on to other journeys', () => {
    expect(related.length).toBeGreaterThan(0);
    expect(related).not.toContain(key);
  });
});

test('every life event has something to do', () => {
  const events = documents['service-item'].map(({ lifeEvent }) => lifeEvent as string | undefined);
  for (const event of ['marriage', 'birth', 'school', 'household', 'work', 'housing', 'medical', 'pension', 'travel'])
    expect(events.filter((one) => one === event).length, event).toBeGreaterThanOrEqual(2);
});
