import { describe, expect, it } from 'vitest';
import { endpointUrlFault } from '#lib/server/webhook/endpoint-url.ts';
import { isPublicAddress } from '#lib/server/webhook/public-address.ts';

describe('an address is public only where it leads to somebody else', () => {
  it.each([
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.255',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.7',
    '203.0.113.9',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::1',
    '3fff::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    'localhost',
    '',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '172.15.255.255', '172.32.0.1', '193.10.0.1', '2001:4860:4860::8888', '2a00:1450::1'])(
    '%s is',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe('an address for webhooks is https, public, and nothing more', () => {
  const strict = { allowLoopback: false };

  it.each([
    ['https://system.tallmo.se/webhooks?key=1', null],
    ['https://8.8.8.8/x', null],
    ['https://system.tallmo.se:8443/', null],
    ['', 'notUrl'],
    ['system.tallmo.se', 'notUrl'],
    ['https://', 'notUrl'],
    ['http://system.tallmo.se/', 'notHttps'],
    ['ftp://system.tallmo.se/', 'notHttps'],
    ['file:///etc/passwd', 'notUrl'],
    ['https://user:pass@system.tallmo.se/', 'hasPassword'],
    ['https://system.tallmo.se/#a', 'hasFragment'],
    ['https://127.0.0.1/', 'notPublic'],
    ['https://2130706433/', 'notPublic'],
    ['https://0x7f000001/', 'notPublic'],
    ['https://0177.0.0.1/', 'notPublic'],
    ['https://127.1/', 'notPublic'],
    ['https://0/', 'notPublic'],
    ['https://[::1]/', 'notPublic'],
    ['https://[::ffff:127.0.0.1]/', 'notPublic'],
    ['https://[::ffff:7f00:1]/', 'notPublic'],
    ['https://[fe80::1]/', 'notPublic'],
    ['https://①②⑦.0.0.1/', 'notPublic'],
    ['https://169.254.169.254/latest/meta-data', 'notPublic'],
    ['https://10.0.0.8/', 'notPublic'],
    ['https://localhost/', 'notPublic'],
    ['https://localhost./', 'notPublic'],
    ['https://portal.localhost/', 'notPublic'],
    ['https://metadata.google.internal/', 'notPublic'],
    ['https://intranet/', 'notPublic'],
  ])('%s: %s', (url, fault) => {
    expect(endpointUrlFault(url, strict)).toBe(fault);
  });

  it.each([
    ['http://127.0.0.1:8080/x', null],
    ['http://localhost:8080/x', null],
    ['https://[::1]/x', null],
    ['http://10.0.0.8/', 'notHttps'],
    ['https://10.0.0.8/', 'notPublic'],
    ['http://system.tallmo.se/', 'notHttps'],
  ])('with the setting for trying out this machine will do, and only this: %s: %s', (url, fault) => {
    expect(endpointUrlFault(url, { allowLoopback: true })).toBe(fault);
  });
});
