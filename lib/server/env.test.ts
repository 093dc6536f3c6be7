import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readSettings, settingsShape } from '#lib/server/env.ts';
import { OperatorFault } from '#lib/server/operator-fault.ts';

const realLogin = { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' };

describe('.env.example', () => {
  const example = parseEnv(readFileSync('.env.example', 'utf8'));

  test('lists every setting, and no other', () => {
    expect(Object.keys(example).toSorted()).toEqual(Object.keys(settingsShape).toSorted());
  });

  test('shows the values that count when nothing is set', () => {
    expect(readSettings(example)).toEqual(readSettings({}));
  });
});

describe('settings', () => {
  test('have values for a start without any', () => {
    expect(readSettings({})).toMatchObject({
      PORT: 3000,
      PORTAL_URL: 'http://localhost:3000',
      PORTAL_SEED: 'demo',
      PORTAL_DATA_DIR: path.resolve('.data'),
      FILES_DIR: path.resolve('.data', 'files'),
      DATABASE_URL: undefined,
    });
  });

  test('that are empty count as not set', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '', SMTP_URL: ' ' })).toEqual(readSettings({}));
  });

  test('that are not ours are left alone', () => {
    expect(readSettings({ PATH: '/bin' })).toEqual(readSettings({}));
  });

  test('follow from each other', () => {
    const settings = readSettings({ PORT: '8080', PORTAL_DATA_DIR: '/srv/portal' });
    expect(settings).toMatchObject({ PORTAL_URL: 'http://localhost:8080', FILES_DIR: '/srv/portal/files' });
    expect(readSettings({ PORTAL_URL: 'https://portal.example/' }).PORTAL_URL).toBe('https://portal.example');
  });

  test.each<[string, Record<string, string>]>([
    ['PORT', { PORT: '0' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '3000.5' }],
    ['PORTAL_URL', { PORTAL_URL: 'localhost:3000' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'proxy.example' }],
    ['PORTAL_SEED', { PORTAL_SEED: 'Demo' }],
    ['PORTAL_SECRET', { PORTAL_SECRET: 'x'.repeat(31) }],
    ['DATABASE_URL', { DATABASE_URL: 'localhost' }],
    ['OIDC_ISSUER', { OIDC_ISSUER: 'login.example' }],
    ['OIDC_CLIENT_SECRET', { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'a' }],
    ['OIDC_ISSUER', { ...realLogin, OIDC_ISSUER: 'http://login.example' }],
    ['PORTAL_URL', { ...realLogin, PORTAL_URL: 'http://portal.example' }],
    ['SECURITY_CONTACT', { SECURITY_CONTACT: 'security@portal.example' }],
    ['SECURITY_CONTACT', { SECURITY_CONTACT: 'javascript:alert(1)' }],
    ['SMTP_URL', { SMTP_URL: 'http://mail.example' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ])('%s that is wrong is named, in one line and without its value', (name, given) => {
    const read = (): unknown => readSettings(given);
    expect(read).toThrow(OperatorFault);
    expect(read).toThrow(new RegExp(`^Wrong settings: ${name} [^\\n]+$`));
    expect(read).not.toThrow(given[name] === '0' ? /"0"/ : new RegExp(`"${given[name] ?? ''}"`));
  });

  test.each([
    { ...realLogin, PORTAL_URL: 'https://portal.example' },
    { ...realLogin, PORTAL_URL: 'http://127.0.0.1:3000' },
    { ...realLogin, OIDC_ISSUER: 'http://localhost:3001', PORTAL_URL: 'http://192.168.1.5:3000' },
    { PORTAL_URL: 'http://192.168.1.5:3000' },
  ])('let a login for real go encrypted, or not leave the machine: %o', (given) => {
    expect(() => readSettings(given)).not.toThrow();
  });

  test('name any number of levels of assurance', () => {
    const levels = 'http://id.example/loa3  http://id.example/loa4';
    expect(readSettings({ OIDC_ACR_VALUES: levels }).OIDC_ACR_VALUES).toEqual([
      'http://id.example/loa3',
      'http://id.example/loa4',
    ]);
    expect(readSettings({}).OIDC_ACR_VALUES).toEqual([]);
  });

  test('all that are wrong are named at once', () => {
    expect(() => readSettings({ PORT: 'x', LOG_LEVEL: 'x' })).toThrow(/PORT .+; LOG_LEVEL /);
  });
});
