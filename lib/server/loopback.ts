import { isLoopbackAddress } from '#lib/server/webhook/public-address.ts';

/** Whether a host, as an address names it, is this very machine: what is sent there crosses no network. */
export function isLoopbackHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  return bare === 'localhost' || isLoopbackAddress(bare);
}
