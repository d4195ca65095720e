import type { Publication } from '../publication.ts';
import type { Workshop } from '../workshop.ts';

/** Counters of this process since it started; OpenTelemetry's names in Prometheus' text form. */
export interface Metrics {
  countRun(publication: Publication): void;
  countFailure(): void;
  /** @param workshop What is served and waiting right now. */
  print(workshop: Workshop): string;
}

/** Starts counting. */
export function createMetrics(): Metrics {
  const runs: Record<string, number> = { released: 0, unchanged: 0, idle: 0, held: 0, standby: 0, failed: 0 };
  const seconds = new Map<string, number>();
  let drawn = 0;
  let blocked = 0;
  let lastSeconds = 0;
  let lastReached = performance.now();

  return {
    countRun(publication) {
      lastReached = performance.now();
      if (publication.kind !== 'done') {
        runs[publication.kind]!++;
        return;
      }
      const { run } = publication;
      runs[run.outcome]!++;
      drawn += run.drawn;
      blocked = run.blocked.length;
      lastSeconds = Object.values(run.seconds).reduce((sum, value) => sum + value, 0);
      for (const [step, value] of Object.entries(run.seconds)) seconds.set(step, (seconds.get(step) ?? 0) + value);
    },
    countFailure: () => void runs.failed!++,
    print({ current, live, now, alarms }) {
      const age = current ? (now().getTime() - Date.parse(current.madeAt)) / 1000 : undefined;
      return [
        ...metric('publisher_runs_total', 'counter', 'Runs by outcome', runs, 'outcome'),
        ...metric('publisher_step_duration_seconds_total', 'counter', 'Seconds spent in each step', Object.fromEntries(seconds), 'step'),
        ...metric('publisher_pages_drawn_total', 'counter', 'Pages drawn', drawn),
        ...metric('publisher_documents_blocked', 'gauge', 'Documents and pages that are not live as they should be', blocked),
        ...metric('publisher_last_run_duration_seconds', 'gauge', 'Seconds of the last run that looked at pages', lastSeconds),
        ...metric('publisher_release_routes', 'gauge', 'Addresses of the release being served', current?.routes.size ?? 0),
        ...(age === undefined ? [] : metric('publisher_release_age_seconds', 'gauge', 'Age of the release being served', age)),
        ...metric('publisher_alarms_total', 'counter', 'Alarms raised', alarms.counts(), 'kind'),
        ...metric('publisher_feed_reached_age_seconds', 'gauge', 'Seconds since the feed was last reached', (performance.now() - lastReached) / 1000),
        ...metric('publisher_feed_sequence', 'gauge', 'Last change pulled', live.snapshot.sequence),
        ...metric('process_memory_usage_bytes', 'gauge', 'Resident memory', process.memoryUsage.rss()),
        ...metric('process_uptime_seconds', 'gauge', 'Seconds since the start', process.uptime()),
        '',
      ].join('\n');
    },
  };
}

function metric(name: string, type: string, help: string, value: number | Record<string, number>, label = ''): string[] {
  const samples = typeof value === 'number' ? [`${name} ${value}`] : Object.entries(value).map(([key, sample]) => `${name}{${label}="${key}"} ${sample}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples];
}
