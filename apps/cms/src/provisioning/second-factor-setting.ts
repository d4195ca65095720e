import { readFileSync } from 'node:fs';

interface Given {
  HOST: string;
  TRUST_PROXY: boolean;
  SECOND_FACTOR: 'required' | 'off';
  DEMO: boolean;
  DEMO_PASSWORDS_FILE?: string | undefined;
}

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.');

/**
 * Who is asked for a second factor. The demo accounts are not while the demo city is looked at on one machine: as soon
 * as others can reach the admin, by its address or through a proxy, they are asked like everybody else.
 */
export function secondFactorSetting({ HOST, TRUST_PROXY, SECOND_FACTOR, DEMO, DEMO_PASSWORDS_FILE }: Given): { mode: 'required' | 'off'; exempt: string[] } {
  const isAlone = DEMO && isLoopback(HOST) && !TRUST_PROXY;
  const exempt = isAlone && DEMO_PASSWORDS_FILE ? Object.keys(JSON.parse(readFileSync(DEMO_PASSWORDS_FILE, 'utf8')) as object) : [];
  return { mode: SECOND_FACTOR, exempt: exempt.map((email) => email.toLowerCase()) };
}
