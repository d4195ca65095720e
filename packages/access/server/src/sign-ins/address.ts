import { isIPv4, isIPv6 } from 'node:net';

const plainOf = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '').split('%')[0]!;

/** What attempts are counted by. A household or an office has a whole /64 of IPv6 addresses. */
export function visitorOf(address: string): string {
  const plain = plainOf(address);
  return isIPv6(plain) ? groupsOf(plain).slice(0, 4).join(':') : plain;
}

/** An address as it may be logged: its network. */
export function networkOf(address: string): string {
  const plain = plainOf(address);
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, 3).join(':')}::/48` : 'unknown';
}

/** This machine: what comes from here may be everybody, through a proxy nobody told us of. */
export function isLoopback(address: string): boolean {
  const plain = plainOf(address);
  return plain === '::1' || plain.startsWith('127.');
}

function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const start = head.split(':').filter(Boolean);
  if (tail === undefined) return start;
  const end = tail.split(':').filter(Boolean);
  return [...start, ...Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => '0'), ...end];
}
