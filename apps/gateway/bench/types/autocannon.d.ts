declare module 'autocannon' {
  interface Options {
    url: string;
    duration: number;
    connections: number;
    headers: Record<string, string>;
  }
  interface Result {
    requests: { average: number };
    /** Milliseconds. */
    latency: { p99: number };
    non2xx: number;
    errors: number;
  }
  /** The part of autocannon that is used; it brings no types. */
  export default function autocannon(options: Options): Promise<Result>;
}
