import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { hostname } from 'node:os';
import { keepPortalBeating } from '#lib/server/availability/keep-portal-beating.ts';
import { openDatabase } from '#lib/server/db/client.ts';
import { env, requireSettings } from '#lib/server/env.ts';
import { parseTrustedProxies } from '#lib/server/gate/client-address.ts';
import { createGateServer, type GateSettings } from '#lib/server/gate/gate-server.ts';
import { countRefusals } from '#lib/server/gate/refusals.ts';
import { watchDatabase } from '#lib/server/health/watch-database.ts';
import { log } from '#lib/server/log.ts';
import { takeToken } from '#lib/server/rate-limit/take-token.ts';
import { drain } from '#scripts/lib/drain.ts';
import { listenEverywhere, listenOnLoopback } from '#scripts/lib/listen.ts';
import { onStop, runMain } from '#scripts/lib/run-main.ts';

// The web server: the gate, and Next behind it.
await runMain(async () => {
  // The owner's address may stand in .env; this process has no use for it.
  delete process.env['DATABASE_URL'];
  const development = process.argv.includes('--dev');
  const { PORT: port, PORTAL_URL: portalUrl, OIDC_ISSUER: issuer, TRUSTED_PROXIES: proxies } = env();
  requireSettings(['APP_DATABASE_URL', 'PORTAL_SECRET', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']);
  // Before Next and React are loaded: they choose their build by it.
  Object.assign(process.env, {
    NODE_ENV: development ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  });
  const { default: next } = await import('next');
  const own = new URL(portalUrl);
  const trustedProxies = parseTrustedProxies(proxies);
  // The settings were checked already.
  if (trustedProxies === null) throw new TypeError('TRUSTED_PROXIES cannot be read');
  const app = next({ dev: development, dir: process.cwd(), hostname: own.hostname, port });
  await app.prepare();
  const handle = app.getRequestHandler();

  const stopping = new AbortController();
  // Next's parts are another copy of every module: what it holds open cannot be shared.
  const counting = openDatabase(env().APP_DATABASE_URL, 4);
  const watch = watchDatabase(env().APP_DATABASE_URL, stopping.signal);
  const refusals = countRefusals((refused) => log().warn({ refused }, 'turned away'));
  const settings: GateSettings = {
    portalOrigin: own.origin,
    trustedProxies,
    issuerOrigin: new URL(issuer).origin,
    https: own.protocol === 'https:',
    development,
    isAway: () => watch.isAway(),
    take: (limit, subject) => takeToken(counting, limit, subject),
    onRefused: refusals.note,
    onError: (error, requestId) => log().error({ err: error, requestId }, 'request failed'),
  };
  const make = () =>
    createGateServer(
      (request: IncomingMessage, response: ServerResponse) => handle(request, response),
      settings,
    );
  const onError = (error: unknown): void => log().error({ err: error }, 'sign of life');
  const lifeline = openDatabase(env().APP_DATABASE_URL, 1);
  const beating = keepPortalBeating(lifeline, `${hostname()}:${randomUUID()}`, stopping.signal, onError);
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(own.hostname);
  const servers = await (loopback ? listenOnLoopback(port, make) : listenEverywhere(port, make));
  // A defect in one request must not end the others.
  process.on('unhandledRejection', (error) => log().error({ err: error }, 'unhandled rejection'));
  onStop(async () => {
    await drain(servers);
    refusals.stop();
    stopping.abort();
    await Promise.all([beating, watch.done]);
    await Promise.all([lifeline.$disconnect(), counting.$disconnect()]);
    await app.close();
  });
  console.log('Portal ready');
});
