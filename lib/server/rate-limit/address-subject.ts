import { isIPv6 } from 'node:net';
import type { Subject } from '#lib/server/rate-limit/limits.ts';

/** The four leading groups of an IPv6 address, each without leading zeros. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? [];
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const after = tail === '' ? [] : tail.split(':');
    // An IPv4 part stands for two groups; it is never among the first four of an address with a gap before it.
    const written = groups.length + after.length + (tail.includes('.') ? 1 : 0);
    groups.push(...Array.from({ length: Math.max(0, 8 - written) }, () => '0'), ...after);
  }
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/**
 * The address that a request comes from as the gate found it. A household or server has a whole IPv6 network of 64 bits: it
 * counts as one. An IPv4 address is the same however it is written.
 */
export function addressSubject(headers: Headers): Subject {
  const address = headers.get('x-forwarded-for')?.trim().toLowerCase() ?? '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (mapped !== undefined) return { kind: 'address', id: mapped };
  return { kind: 'address', id: isIPv6(address) ? `${networkOf(address)}::/64` : address };
}
