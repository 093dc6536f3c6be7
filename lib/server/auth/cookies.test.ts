import { describe, expect, test } from 'vitest';
import { cookieName, readCookie, setCookie } from '#lib/server/auth/cookies.ts';

const https = { portalUrl: 'https://portal.example' };
const http = { portalUrl: 'http://localhost:3000' };
const requestWith = (cookie: string) => new Request('http://localhost/', { headers: { cookie } });

describe('cookies', () => {
  test('over https they are bound to this host and sent encrypted only', () => {
    expect(cookieName(https, 'session')).toBe('__Host-portal-session');
    expect(setCookie(https, 'session', 'x', 60)).toBe(
      '__Host-portal-session=x; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure',
    );
  });

  test('over http, on one’s own machine, they work without', () => {
    expect(setCookie(http, 'session', 'x', 60)).toBe(
      'portal-session=x; Path=/; Max-Age=60; HttpOnly; SameSite=Lax',
    );
  });

  test('over https a cookie without the prefix, which anybody in the domain can set, is not read', () => {
    expect(readCookie(requestWith('portal-session=planted'), https, 'session')).toBeUndefined();
  });

  test('the first of two counts, names are whole names, and nonsense is no value', () => {
    expect(readCookie(requestWith('a; portal-session=1; portal-session=2'), http, 'session')).toBe('1');
    expect(readCookie(requestWith('portal-session.0=1; xportal-session=2'), http, 'session')).toBeUndefined();
    expect(readCookie(requestWith('portal-session=%zz'), http, 'session')).toBe('%zz');
    expect(readCookie(requestWith('__proto__=1'), http, 'session')).toBeUndefined();
  });
});
