import { now } from '#lib/server/clock.ts';
import { type Database, database } from '#lib/server/db/client.ts';
import { env } from '#lib/server/env.ts';

export type AuthSettings = {
  /** Address of the portal without a slash at the end. */
  readonly portalUrl: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Levels of assurance (`acr`) that a login has to have; none: what the issuer gives is enough. */
  readonly acrValues: readonly string[];
  readonly portalSecret: string;
};

/** What login, sessions and tokens rest on; tests bring their own database, issuer and clock. */
export type AuthContext = {
  readonly database: Pick<Database, '$queryRaw'>;
  readonly settings: AuthSettings;
  readonly now: () => Date;
};

/** The context of this process. */
export function authContext(): AuthContext {
  return {
    database: database(),
    now,
    settings: {
      portalUrl: env().PORTAL_URL,
      issuer: env().OIDC_ISSUER.replace(/\/+$/, ''),
      clientId: env().OIDC_CLIENT_ID,
      clientSecret: env().OIDC_CLIENT_SECRET,
      acrValues: env().OIDC_ACR_VALUES,
      portalSecret: env().PORTAL_SECRET,
    },
  };
}

/** The context's instant, as the database takes it. */
export function instant(context: Pick<AuthContext, 'now'>): string {
  return context.now().toISOString();
}
