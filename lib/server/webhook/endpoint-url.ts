import { isIP } from 'node:net';
import { isLoopbackAddress, isPublicAddress } from '#lib/server/webhook/public-address.ts';

export type UrlFault = 'notUrl' | 'notHttps' | 'hasPassword' | 'hasFragment' | 'notPublic';

type Rules = {
  /** Whether this very machine will do, also by http (for trying out). */
  readonly allowLoopback: boolean;
};

/** The address that a hostname already is, as URL writes it (it reads decimal and octal forms itself); null for a name. */
export function literalAddress({ hostname }: URL): string | null {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(bare) === 0 ? null : bare;
}

/** Names that never are public ones, whatever a resolver says. */
const LOCAL_NAME =
  /^(?:[^.]+|.*\.(?:localhost|local|internal|intranet|home|lan|corp|arpa|test|invalid|example))\.?$/;

function isLoopback(url: URL): boolean {
  const address = literalAddress(url);
  return url.hostname === 'localhost' || (address !== null && isLoopbackAddress(address));
}

/** What is wrong with an address for webhooks, before anybody is asked where it leads; null: nothing. */
export function endpointUrlFault(text: string, { allowLoopback }: Rules): UrlFault | null {
  const url = URL.parse(text);
  if (url === null || url.hostname === '') return 'notUrl';
  if (url.username !== '' || url.password !== '') return 'hasPassword';
  if (url.hash !== '') return 'hasFragment';
  if (allowLoopback && isLoopback(url) && /^https?:$/.test(url.protocol)) return null;
  if (url.protocol !== 'https:') return 'notHttps';
  const address = literalAddress(url);
  const isPublic = address === null ? !LOCAL_NAME.test(url.hostname) : isPublicAddress(address);
  return isPublic ? null : 'notPublic';
}
