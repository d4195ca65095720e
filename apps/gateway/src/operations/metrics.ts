/** Numbers for Prometheus, named after OpenTelemetry's conventions. Nothing in them tells one visitor from another. */
export interface Metrics {
  observeRequest(method: string, route: string, status: number, seconds: number): void;
  count(name: CounterName, label?: string): void;
  /** A number that is asked for when the metrics are read; or one for each site, by its key. */
  gauge(name: string, help: string, read: () => number | ReadonlyMap<string, number>): void;
  render(): string;
}

const COUNTERS = {
  mingchuang_release_switches_total: { help: 'Releases that began to be served', label: undefined },
  mingchuang_release_refusals_total: { help: 'Releases refused: signature, fence or form', label: undefined },
  mingchuang_letter_forms_total: { help: 'Letter forms by how they ended', label: 'outcome' },
  mingchuang_page_forms_total: { help: 'Forms of consultations and surveys by how they ended', label: 'outcome' },
  mingchuang_filings_forwarded_total: { help: 'Filings that waited and were handed to the CMS', label: undefined },
  mingchuang_filings_set_aside_total: { help: 'Filings the CMS will never take: a person has to look', label: undefined },
  mingchuang_errors_total: { help: 'Requests that failed on our side', label: undefined },
} as const;
export type CounterName = keyof typeof COUNTERS;

/** OpenTelemetry's advice for http.server.request.duration, with one finer step: most answers come from memory. */
const BOUNDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']);
const DURATION = 'http_server_request_duration_seconds';

export function createMetrics(): Metrics {
  const durations = new Map<string, { counts: number[]; sum: number; total: number }>();
  const counters = new Map<CounterName, Map<string, number>>();
  const gauges = new Map<string, { help: string; read: () => number | ReadonlyMap<string, number> }>();
  for (const name of Object.keys(COUNTERS) as CounterName[]) counters.set(name, new Map(COUNTERS[name].label ? [] : [['', 0]]));

  return {
    observeRequest(method, route, status, seconds) {
      const known = METHODS.has(method) ? method : '_OTHER';
      const labels = `http_request_method="${known}",http_route="${route}",http_response_status_code="${status}"`;
      let entry = durations.get(labels);
      if (!entry) durations.set(labels, (entry = { counts: BOUNDS.map(() => 0), sum: 0, total: 0 }));
      BOUNDS.forEach((bound, index) => {
        if (seconds <= bound) entry.counts[index]!++;
      });
      entry.sum += seconds;
      entry.total++;
    },
    count(name, label = '') {
      const values = counters.get(name)!;
      values.set(label, (values.get(label) ?? 0) + 1);
    },
    gauge: (name, help, read) => void gauges.set(name, { help, read }),
    render() {
      const lines = [`# HELP ${DURATION} Duration of HTTP server requests (http.server.request.duration)`, `# TYPE ${DURATION} histogram`];
      for (const [labels, { counts, sum, total }] of durations) {
        BOUNDS.forEach((bound, index) => lines.push(`${DURATION}_bucket{${labels},le="${bound}"} ${counts[index]}`));
        lines.push(`${DURATION}_bucket{${labels},le="+Inf"} ${total}`, `${DURATION}_sum{${labels}} ${sum}`, `${DURATION}_count{${labels}} ${total}`);
      }
      for (const [name, values] of counters) {
        const { help, label } = COUNTERS[name];
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} counter`);
        for (const [value, count] of values) lines.push(`${name}${label ? `{${label}="${value}"}` : ''} ${count}`);
      }
      for (const [name, { help, read }] of gauges) {
        const value = read();
        const samples = typeof value === 'number' ? [`${name} ${value}`] : [...value].map(([site, each]) => `${name}{site="${site}"} ${each}`);
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...samples);
      }
      return `${lines.join('\n')}\n`;
    },
  };
}
