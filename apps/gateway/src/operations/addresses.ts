import { isIPv4, isIPv6 } from 'node:net';

/** An address as it may be logged: the network it belongs to, not the line into someone's home. */
export function networkOf(address: string): string {
  const plain = withoutMapping(address);
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, 3).join(':')}::/48` : 'unknown';
}

/** What limits are counted by. A household has a whole /64 of IPv6 addresses. */
export function visitorOf(address: string): string {
  const plain = withoutMapping(address);
  return isIPv6(plain) ? groupsOf(plain).slice(0, 4).join(':') : plain;
}

/** Whether an address can only belong to this machine or its own network. */
export function isInternal(address: string): boolean {
  const plain = withoutMapping(address);
  if (isIPv4(plain)) return /^(127|10)\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\./.test(plain);
  return plain === '::1' || /^f[cd]/i.test(plain);
}

function withoutMapping(address: string): string {
  const [plain = ''] = address.replace(/^::ffff:(?=\d+\.)/i, '').split('%');
  return plain;
}

function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const start = head.split(':').filter(Boolean);
  if (tail === undefined) return start;
  const end = tail.split(':').filter(Boolean);
  return [...start, ...Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => '0'), ...end];
}
