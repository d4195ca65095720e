import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP } from 'node:net';

/** Networks no link of a public page may lead into: private, local, reserved (RFC 6890). */
const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv6');

/** An IPv4 address that is written into one of IPv6: mapped, or translated (RFC 6052). */
function innerIPv4(address: string): string | undefined {
  const [, dotted] = /^(?:::ffff:|64:ff9b::)(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (dotted) return dotted;
  const [, high, low] = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address) ?? [];
  if (!high || !low) return undefined;
  const [a, b] = [parseInt(high, 16), parseInt(low, 16)];
  return [a >> 8, a & 255, b >> 8, b & 255].join('.');
}

/** Whether visitors from anywhere can reach an address. */
export function isPublicAddress(address: string): boolean {
  const inner = innerIPv4(address);
  if (inner) return !PRIVATE.check(inner, 'ipv4');
  return isIP(address) === 6 ? !PRIVATE.check(address, 'ipv6') : isIP(address) === 4 && !PRIVATE.check(address, 'ipv4');
}

/** A host that leads into a private network. */
export class PrivateAddress extends Error {
  override name = 'PrivateAddress';
}

type Done = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * Resolves names for a request and refuses private addresses. The connection goes to the address that was looked at, so
 * that a name which answers otherwise the second time gains nothing.
 * @param allows Hosts that may be private all the same, such as those of the government's own network.
 */
export function lookupPublic(allows: (host: string) => boolean) {
  return (host: string, options: { all?: boolean; family?: number }, done: Done): void => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '');
      const allowed = allows(host) ? addresses : addresses.filter(({ address }) => isPublicAddress(address));
      if (allowed.length < addresses.length) return done(new PrivateAddress(host), '');
      if (options.all) return done(null, allowed);
      return done(null, allowed[0]!.address, allowed[0]!.family);
    });
  };
}
