import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chooseFreePort } from '#lib/server/db/free-port.ts';
import type { RoleUrls } from '#lib/server/db/roles.ts';
import type { Settings } from '#lib/server/env.ts';
import type { Children } from '#scripts/start/children.ts';
import { type Remembered, remember } from '#scripts/start/data-folder.ts';
import { WORKER_NODE_OPTIONS } from '#scripts/start/worker-options.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** Starts what the portal needs beside the database, the worker, and the portal itself; prints where each is found. */
export async function startProcesses(
  children: Children,
  settings: Settings,
  state: Remembered,
  roles: RoleUrls,
): Promise<void> {
  const ports = await choosePorts(settings, state);
  const issuer = settings.OIDC_ISSUER ?? `http://localhost:${ports.identityProvider}`;
  const common: Variables = {
    NODE_ENV: 'production',
    PORT: String(settings.PORT),
    PORTAL_URL: settings.PORTAL_URL,
    PORTAL_DATA_DIR: settings.PORTAL_DATA_DIR,
    PORTAL_SEED: settings.PORTAL_SEED,
    PORTAL_SECRET: settings.PORTAL_SECRET ?? state.portalSecret,
    FILES_DIR: settings.FILES_DIR,
    LOG_LEVEL: settings.LOG_LEVEL,
    TRUSTED_PROXIES: settings.TRUSTED_PROXIES,
    // The owner's address stays here.
    DATABASE_URL: undefined,
  };
  const login: Variables = {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: settings.OIDC_CLIENT_ID ?? 'leverantorsportalen',
    OIDC_CLIENT_SECRET: settings.OIDC_CLIENT_SECRET ?? state.oidcClientSecret,
    OIDC_ACR_VALUES: settings.OIDC_ACR_VALUES.join(' '),
  };
  const worker: Variables = {
    ...common,
    WORKER_DATABASE_URL: roles.workerUrl,
    // For what it does in somebody's name: under that person's row-level security.
    APP_DATABASE_URL: roles.appUrl,
    SMTP_URL: settings.SMTP_URL ?? `smtp://127.0.0.1:${ports.smtp}`,
    MAIL_FROM: settings.MAIL_FROM,
  };
  const portal: Variables = {
    ...common,
    ...login,
    APP_DATABASE_URL: roles.appUrl,
    SECURITY_CONTACT: settings.SECURITY_CONTACT,
  };
  keepVariables(settings.PORTAL_DATA_DIR, 'portal', portal);
  keepVariables(settings.PORTAL_DATA_DIR, 'worker', worker);

  await Promise.all([
    settings.OIDC_ISSUER === undefined
      ? children.start('identity-provider', 'identity provider', {
          ...common,
          ...login,
          IDP_PORT: String(ports.identityProvider),
        })
      : undefined,
    settings.SMTP_URL === undefined
      ? children.start('mail-sink', 'mailbox', {
          ...common,
          MAIL_SINK_SMTP_PORT: String(ports.smtp),
          MAIL_SINK_HTTP_PORT: String(ports.mailbox),
        })
      : undefined,
    children.start('worker', 'worker', worker, WORKER_NODE_OPTIONS),
    children.start('portal', 'portal', portal),
  ]);
  console.log(`Identity provider: ${issuer}`);
  if (settings.SMTP_URL === undefined) console.log(`Mailbox: http://localhost:${ports.mailbox}`);
}

async function choosePorts(settings: Settings, state: Remembered): Promise<Required<Remembered['ports']>> {
  const taken = new Set([settings.PORT]);
  const choose = async (remembered: number | undefined): Promise<number> => {
    const port = await chooseFreePort(remembered, settings.PORT + 1, taken);
    taken.add(port);
    return port;
  };
  const ports = {
    identityProvider: await choose(state.ports.identityProvider),
    mailbox: await choose(state.ports.mailbox),
    smtp: await choose(state.ports.smtp),
  };
  remember(settings.PORTAL_DATA_DIR, { ...state, ports });
  return ports;
}

/** For a further process on the same database: `PORT=3010 node --env-file=.data/portal.env scripts/portal.ts`. */
function keepVariables(dataDir: string, name: string, variables: Variables): void {
  const lines = Object.entries(variables).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}='${value}'`],
  );
  writeFileSync(path.join(dataDir, `${name}.env`), `${lines.join('\n')}\n`, { mode: 0o600 });
}
