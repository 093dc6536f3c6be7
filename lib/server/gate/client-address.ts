import { BlockList, isIP, isIPv4 } from 'node:net';

/** Proxies that are believed when they say whom they ask for. Those on this machine always are. */
export type TrustedProxies = BlockList;

/** The proxies named as addresses and networks (`10.0.0.7, 10.1.0.0/16`), or null where one of them is neither. */
export function parseTrustedProxies(text: string): TrustedProxies | null {
  const list = new BlockList();
  list.addSubnet('127.0.0.0', 8, 'ipv4');
  list.addAddress('::1', 'ipv6');
  for (const part of text.split(',').map((one) => one.trim())) {
    if (part === '') continue;
    const [address = '', bits, ...rest] = part.split('/');
    const most = isIPv4(address) ? 32 : 128;
    const length = bits === undefined ? most : Number(bits);
    if (isIP(address) === 0 || rest.length > 0 || bits === '' || !Number.isInteger(length)) return null;
    if (length < 0 || length > most) return null;
    list.addSubnet(address, length, most === 32 ? 'ipv4' : 'ipv6');
  }
  return list;
}

/** An IPv4 address as such, however it came. */
function plain(address: string): string {
  const trimmed = address.trim();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(trimmed)?.[1];
  return mapped ?? trimmed;
}

/**
 * Who asks: the peer, or, where the peer is a proxy that is believed, the last address it names that is not such a proxy. What
 * stands before that the asker may have made up.
 */
export function clientAddress(
  peer: string,
  forwardedFor: string | undefined,
  proxies: TrustedProxies,
): string {
  let client = plain(peer);
  for (const named of (forwardedFor ?? '').split(',').toReversed()) {
    const address = plain(named);
    if (!isTrusted(client, proxies) || isIP(address) === 0) break;
    client = address;
  }
  return client;
}

function isTrusted(address: string, proxies: TrustedProxies): boolean {
  return isIP(address) !== 0 && proxies.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}
