import { BlockList, isIPv4, isIPv6 } from 'node:net';

// IANA's special-purpose registries: what does not lead to a public machine.
const NOT_PUBLIC_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** Of IPv6 only global unicast is public, but for what in it carries other addresses or is for documents. */
const PUBLIC_6: readonly [string, number] = ['2000::', 3];
const NOT_PUBLIC_6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

function listOf(family: 'ipv4' | 'ipv6', nets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of nets) list.addSubnet(net, prefix, family);
  return list;
}

const notPublic4 = listOf('ipv4', NOT_PUBLIC_4);
const public6 = listOf('ipv6', [PUBLIC_6]);
const notPublic6 = listOf('ipv6', NOT_PUBLIC_6);
const loopback4 = listOf('ipv4', [['127.0.0.0', 8]]);

/** Whether an address, in the form that a resolver gives, is one of a public machine. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !notPublic4.check(address, 'ipv4');
  // Addresses of IPv4 in IPv6 (mapped, translated) are outside of global unicast.
  return (
    isIPv6(address) &&
    !address.includes('%') &&
    public6.check(address, 'ipv6') &&
    !notPublic6.check(address, 'ipv6')
  );
}

/** Whether an address is this very machine's. */
export function isLoopbackAddress(address: string): boolean {
  return isIPv4(address) ? loopback4.check(address, 'ipv4') : address === '::1';
}
