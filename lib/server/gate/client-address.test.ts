import { describe, expect, test } from 'vitest';
import { clientAddress, parseTrustedProxies } from '#lib/server/gate/client-address.ts';

function ask(peer: string, forwardedFor: string | undefined, proxies = ''): string {
  const trusted = parseTrustedProxies(proxies);
  if (trusted === null) throw new Error(`${proxies} is no list of proxies`);
  return clientAddress(peer, forwardedFor, trusted);
}

describe('who asks', () => {
  test.each<[string, string, string | undefined, string, string]>([
    ['the peer itself', '192.0.2.7', undefined, '', '192.0.2.7'],
    ['the peer, whatever it says of others', '192.0.2.7', '198.51.100.1', '', '192.0.2.7'],
    ['whom a proxy on this machine names', '127.0.0.1', '192.0.2.7', '', '192.0.2.7'],
    ['the same, however the proxy is written', '::ffff:127.0.0.1', '::ffff:192.0.2.7', '', '192.0.2.7'],
    ['this machine, where nobody is named', '::1', undefined, '', '::1'],
    ['the last one named: the first may be made up', '127.0.0.1', '10.9.9.9, 192.0.2.7', '', '192.0.2.7'],
    ['whom a proxy of ours names', '10.0.0.7', '192.0.2.7', '10.0.0.7', '192.0.2.7'],
    [
      'the one before two proxies of ours',
      '10.0.0.7',
      '1.1.1.1, 192.0.2.7, 10.1.2.3',
      '10.0.0.0/8',
      '192.0.2.7',
    ],
    ['a proxy of ours, where it names nothing readable', '10.0.0.7', 'unknown', '10.0.0.7', '10.0.0.7'],
    ['a neighbour of our proxy, who is none', '10.0.0.8', '192.0.2.7', '10.0.0.7', '10.0.0.8'],
    ['whom a proxy with IPv6 names', '2001:db8::5', '2001:db8:1::9', '2001:db8::/48', '2001:db8:1::9'],
  ])('is %s', (_who, peer, forwardedFor, proxies, client) => {
    expect(ask(peer, forwardedFor, proxies)).toBe(client);
  });
});

test.each(['proxy.example', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '10.0.0.0/x', '::/129'])(
  '%s is no list of proxies',
  (text) => {
    expect(parseTrustedProxies(text)).toBe(null);
  },
);
