import path from 'node:path';
import { z } from 'zod';
import { parseTrustedProxies } from '#lib/server/gate/client-address.ts';
import { isLoopbackHost } from '#lib/server/loopback.ts';
import { OperatorFault } from '#lib/server/operator-fault.ts';

const port = z.coerce
  .number('must be a port')
  .int('must be a port')
  .min(1, 'must be a port from 1')
  .max(65_535, 'must be a port up to 65535');
const webUrl = z.url({
  protocol: /^https?$/,
  error: 'must be an address that begins with http:// or https://',
});
const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must look like postgresql://user:password@host:5432/database',
});
const folder = z.string().transform((given) => path.resolve(given));
const seeds = ['none', 'demo', 'pilot', 'national'] as const;

/** Every setting of the portal. `.env.example` explains them; a test compares the two. */
export const settingsShape = {
  PORT: port.default(3000),
  PORTAL_URL: webUrl.optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .refine(
      (given) => parseTrustedProxies(given) !== null,
      'must be addresses or networks, with commas between',
    ),
  PORTAL_DATA_DIR: folder.default(path.resolve('.data')),
  PORTAL_SEED: z.enum(seeds, `must be one of ${seeds.join(', ')}`).default('demo'),
  PORTAL_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
  DATABASE_URL: databaseUrl.optional(),
  APP_DATABASE_URL: databaseUrl.optional(),
  WORKER_DATABASE_URL: databaseUrl.optional(),
  OIDC_ISSUER: webUrl.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_ACR_VALUES: z
    .string()
    .default('')
    .transform((given) => given.split(/\s+/).filter((level) => level !== '')),
  SECURITY_CONTACT: z
    .union([z.literal(''), z.url({ protocol: /^(mailto|https|tel)$/ })], {
      error: 'must be an address that begins with mailto:, https:// or tel:',
    })
    .default(''),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must look like smtp://user:password@host:587' }).optional(),
  MAIL_FROM: z.string().default('Leverantörsportalen <no-reply@localhost>'),
  FILES_DIR: folder.optional(),
  WAL_ARCHIVE_DIR: folder.optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info'),
  WEBHOOK_ALLOW_LOOPBACK: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  PORTAL_BENCH: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
};

const settingsSchema = z.object(settingsShape).superRefine((given, context) => {
  if (given.OIDC_ISSUER === undefined) return;
  const wrong = (name: keyof typeof settingsShape, message: string): void =>
    context.addIssue({ code: 'custom', path: [name], message });
  for (const name of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const) {
    if (given[name] === undefined) wrong(name, 'must be set when OIDC_ISSUER is');
  }
  if (staysHere(given.OIDC_ISSUER)) return;
  // Who logs in for real is somebody: neither the way to the issuer nor the session may be read on the way.
  if (!isEncrypted(given.OIDC_ISSUER)) wrong('OIDC_ISSUER', 'must begin with https://');
  if (given.PORTAL_URL !== undefined && !isEncrypted(given.PORTAL_URL) && !staysHere(given.PORTAL_URL))
    wrong('PORTAL_URL', 'must begin with https:// where OIDC_ISSUER is set');
});

function isEncrypted(address: string): boolean {
  return URL.parse(address)?.protocol === 'https:';
}

/** What is no address at all is named as such, by its own schema. */
function staysHere(address: string): boolean {
  const url = URL.parse(address);
  return url === null || isLoopbackHost(url.hostname);
}

export type Settings = z.infer<typeof settingsSchema> & { PORTAL_URL: string; FILES_DIR: string };

/** All settings checked; what is wrong is named in one line. An empty one counts as not set. */
export function readSettings(source: Readonly<Record<string, string | undefined>>): Settings {
  const names = Object.keys(settingsShape);
  const given = Object.fromEntries(names.map((name) => [name, source[name]?.trim() || undefined]));
  const read = settingsSchema.safeParse(given);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new OperatorFault(`Wrong settings: ${[...new Set(faults)].join('; ')}. See .env.example.`);
  }
  const settings = read.data;
  return {
    ...settings,
    PORTAL_URL: (settings.PORTAL_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, ''),
    FILES_DIR: settings.FILES_DIR ?? path.join(settings.PORTAL_DATA_DIR, 'files'),
  };
}

export type Env = { readonly [name in keyof Settings]-?: NonNullable<Settings[name]> };

let current: Env | undefined;

/** The settings of this process. One that it was not given (the worker has no APP_DATABASE_URL) is named when asked for. */
export function env(): Env {
  current ??= demanding(readSettings(process.env));
  return current;
}

/** Names what is missing at the start of a process rather than in the middle of its work. */
export function requireSettings(names: readonly (keyof Env)[]): void {
  for (const name of names) Reflect.get(env(), name);
}

function demanding(settings: Settings): Env {
  const given = <Name extends keyof Settings>(name: Name): NonNullable<Settings[Name]> => {
    const value = settings[name];
    if (value === undefined || value === null)
      throw new OperatorFault(`${name} is not set. See .env.example.`);
    return value;
  };
  return {
    ...settings,
    get PORTAL_SECRET() {
      return given('PORTAL_SECRET');
    },
    get DATABASE_URL() {
      return given('DATABASE_URL');
    },
    get APP_DATABASE_URL() {
      return given('APP_DATABASE_URL');
    },
    get WORKER_DATABASE_URL() {
      return given('WORKER_DATABASE_URL');
    },
    get OIDC_ISSUER() {
      return given('OIDC_ISSUER');
    },
    get OIDC_CLIENT_ID() {
      return given('OIDC_CLIENT_ID');
    },
    get OIDC_CLIENT_SECRET() {
      return given('OIDC_CLIENT_SECRET');
    },
    get WAL_ARCHIVE_DIR() {
      return given('WAL_ARCHIVE_DIR');
    },
    get SMTP_URL() {
      return given('SMTP_URL');
    },
  };
}
