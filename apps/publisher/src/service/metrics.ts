import type { Publication } from '../publication.ts';
import type { Outlet, Workshop } from '../workshop.ts';

/** Counters of this process since it started; OpenTelemetry's names in Prometheus' text form. */
export interface Metrics {
  /** @param site Key of the site. */
  countRun(site: string, publication: Publication): void;
  countFailure(site: string): void;
  /** Notes that the feed was read to its end. */
  noteReached(): void;
  /** @param workshop What is served and waiting right now. */
  print(workshop: Workshop): string;
}

interface Counts {
  runs: Record<string, number>;
  seconds: Record<string, number>;
  drawn: number;
  blocked: number;
  lastSeconds: number;
}

/** One value of a metric with its labels. */
type Sample = [labels: Record<string, string>, value: number];

/** Starts counting. */
export function createMetrics(): Metrics {
  const counts = new Map<string, Counts>();
  let lastReached = performance.now();
  const of = (site: string): Counts => {
    let known = counts.get(site);
    if (!known) counts.set(site, (known = { runs: { released: 0, unchanged: 0, idle: 0, held: 0, standby: 0, failed: 0 }, seconds: {}, drawn: 0, blocked: 0, lastSeconds: 0 }));
    return known;
  };

  return {
    countRun(site, publication) {
      const count = of(site);
      if (publication.kind !== 'done') {
        count.runs[publication.kind]!++;
        return;
      }
      const { run } = publication;
      count.runs[run.outcome]!++;
      count.drawn += run.drawn;
      count.blocked = run.blocked.length;
      count.lastSeconds = Object.values(run.seconds).reduce((sum, value) => sum + value, 0);
      for (const [step, value] of Object.entries(run.seconds)) count.seconds[step] = (count.seconds[step] ?? 0) + value;
    },
    countFailure: (site) => void of(site).runs.failed!++,
    noteReached: () => void (lastReached = performance.now()),
    print({ outlets, live, now, alarms }) {
      const sites = [...outlets.values()];
      const each = (read: (count: Counts, outlet: Outlet) => number) => sites.map((outlet): Sample => [{ site: outlet.key }, read(of(outlet.key), outlet)]);
      const split = (label: string, read: (count: Counts) => Record<string, number>) =>
        sites.flatMap(({ key }) => Object.entries(read(of(key))).map(([name, value]): Sample => [{ site: key, [label]: name }, value]));
      const ages = sites.flatMap(({ key, current }): Sample[] => (current ? [[{ site: key }, (now().getTime() - Date.parse(current.madeAt)) / 1000]] : []));
      return [
        ...metric('publisher_runs_total', 'counter', 'Runs by outcome', split('outcome', ({ runs }) => runs)),
        ...metric('publisher_step_duration_seconds_total', 'counter', 'Seconds spent in each step', split('step', ({ seconds }) => seconds)),
        ...metric('publisher_pages_drawn_total', 'counter', 'Pages drawn', each(({ drawn }) => drawn)),
        ...metric('publisher_documents_blocked', 'gauge', 'Documents and pages that are not live as they should be', each(({ blocked }) => blocked)),
        ...metric('publisher_last_run_duration_seconds', 'gauge', 'Seconds of the last run that looked at pages', each(({ lastSeconds }) => lastSeconds)),
        ...metric('publisher_release_routes', 'gauge', 'Addresses of the release being served', each((_count, { current }) => current?.routes.size ?? 0)),
        ...(ages.length > 0 ? metric('publisher_release_age_seconds', 'gauge', 'Age of the release being served', ages) : []),
        ...metric('publisher_pictures_waiting', 'gauge', 'Pictures that are shown in one size until smaller ones are made', [[{}, live.waiting.size]]),
        ...metric('publisher_upgrades_waiting', 'gauge', 'Files that are served until they are compressed as small as they get', each((_count, { ledger }) => ledger.countUpgrades())),
        ...metric('publisher_alarms_total', 'counter', 'Alarms raised', Object.entries(alarms.counts()).map(([kind, value]): Sample => [{ kind }, value])),
        ...metric('publisher_feed_reached_age_seconds', 'gauge', 'Seconds since the feed was last reached', [[{}, (performance.now() - lastReached) / 1000]]),
        ...metric('publisher_feed_sequence', 'gauge', 'Last change pulled', [[{}, live.snapshot.sequence]]),
        ...metric('process_memory_usage_bytes', 'gauge', 'Resident memory', [[{}, process.memoryUsage.rss()]]),
        ...metric('process_uptime_seconds', 'gauge', 'Seconds since the start', [[{}, process.uptime()]]),
        '',
      ].join('\n');
    },
  };
}

function metric(name: string, type: string, help: string, samples: readonly Sample[]): string[] {
  const lines = samples.map(([labels, value]) => {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${text}"`);
    return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`;
  });
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines];
}
