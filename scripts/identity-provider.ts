import { OperatorFault } from '#lib/server/operator-fault.ts';
import { startIdentityProvider } from '#scripts/identity-provider/server.ts';

// The demo's identity provider: a real OpenID Connect server, with named demo persons in place of e-legitimation.

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new OperatorFault(`${name} is missing. It is set by npm start.`);
  return value;
}

async function main(): Promise<void> {
  const port = Number(setting('IDP_PORT'));
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new OperatorFault('IDP_PORT is not a port (1–65535).');
  const running = await startIdentityProvider({
    port,
    issuer: process.env['OIDC_ISSUER'] ?? `http://localhost:${port}`,
    portalUrl: setting('PORTAL_URL'),
    clientId: setting('OIDC_CLIENT_ID'),
    clientSecret: setting('OIDC_CLIENT_SECRET'),
    dataDir: setting('PORTAL_DATA_DIR'),
  });
  const stop = (): void => {
    running.close().then(() => process.exit(0), fail);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Started with a channel by npm start: when that process is gone, so are we.
  if (process.connected) process.once('disconnect', stop);
  console.log('Identity provider ready');
}

function fail(error: unknown): void {
  console.error(error instanceof OperatorFault ? error.message : error);
  process.exit(1);
}

main().catch(fail);
