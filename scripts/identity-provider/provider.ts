import Provider, { type Configuration } from 'oidc-provider';
import type { DemoPerson, DemoPersons } from '#scripts/identity-provider/demo-persons.ts';
import type { ProviderKeys } from '#scripts/identity-provider/keys.ts';
import { MemoryAdapter } from '#scripts/identity-provider/memory-adapter.ts';
import { escapeHtml, page, pageHeaders } from '#scripts/identity-provider/page.ts';

export type ProviderSettings = {
  readonly issuer: string;
  readonly portalUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

const numberClaim = 'https://id.oidc.se/claim/personalIdentityNumber';
/** Scope of OIDC Sweden's specification that stands for the number. */
const numberScope = 'https://id.oidc.se/scope/naturalPersonNumber';
const minute = 60;

/** A real OpenID Connect provider for one client, the portal; the persons come from the seed. */
export function createProvider(
  settings: ProviderSettings,
  keys: ProviderKeys,
  persons: DemoPersons,
): Provider {
  const provider = new Provider(settings.issuer, configuration(settings, keys, persons));
  provider.use(forgetSessions(provider));
  return provider;
}

/**
 * Nobody stays logged in here: like an e-ID, each login asks who it is. The session that the library needs while it
 * answers is destroyed with the answer, so that choosing another person next time needs no logout in between, and
 * a logout has nothing to ask about and leads straight back to the portal.
 */
function forgetSessions(provider: Provider): Parameters<Provider['use']>[0] {
  return async (ctx, next) => {
    if (ctx.method === 'GET' && ctx.path === '/session/end' && (await leaveAtOnce(provider, ctx))) return;
    await next();
    if (ctx.oidc?.route !== 'resume' || ctx.oidc.entities.Interaction === undefined) return;
    await ctx.oidc.session?.destroy();
    ctx.cookies.set(provider.cookieName('session'), null);
  };
}

type KoaContext = Parameters<Parameters<Provider['use']>[0]>[0];

async function leaveAtOnce(provider: Provider, ctx: KoaContext): Promise<boolean> {
  const { client_id: clientId, post_logout_redirect_uri: back, state } = ctx.query;
  if (typeof clientId !== 'string' || typeof back !== 'string') return false;
  const client = await provider.Client.find(clientId);
  if (client?.postLogoutRedirectUris?.includes(back) !== true) return false;
  const target = new URL(back);
  if (typeof state === 'string') target.searchParams.set('state', state);
  ctx.status = 303;
  ctx.redirect(target.href);
  return true;
}

function configuration(settings: ProviderSettings, keys: ProviderKeys, persons: DemoPersons): Configuration {
  const at = (path: string): string => new URL(path, settings.portalUrl).href;
  return {
    adapter: MemoryAdapter,
    clients: [
      {
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        client_name: 'Leverantörsportalen',
        redirect_uris: [at('/api/auth/callback/eid'), at('/api/step-up/callback')],
        post_logout_redirect_uris: [at('/login?notice=loggedOut')],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        require_auth_time: true,
      },
    ],
    jwks: keys.jwks,
    cookies: {
      keys: [keys.cookieKey],
      names: { session: 'idp-session', interaction: 'idp-interaction', resume: 'idp-resume' },
    },
    scopes: ['openid', 'profile', numberScope],
    claims: {
      openid: ['sub', 'auth_time', 'acr', 'amr'],
      profile: ['name', 'given_name', 'family_name', 'locale'],
      [numberScope]: [numberClaim],
    },
    // A client reads the ID token alone: all claims stand there.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => showLogout(ctx, form),
        postLogoutSuccessSource: showLoggedOut,
      },
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    expiresWithSession: () => false,
    ttl: {
      AccessToken: 10 * minute,
      AuthorizationCode: minute,
      IdToken: 10 * minute,
      Interaction: 30 * minute,
      Session: 30 * minute,
      Grant: 30 * minute,
    },
    loadExistingGrant: grantAll,
    findAccount: async (_ctx, subject) => {
      const person = await persons.find(subject);
      return person === undefined ? undefined : { accountId: subject, claims: () => claimsOf(person) };
    },
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.set(pageHeaders(new URL(settings.portalUrl).origin));
      ctx.body = page('Legitimeringen gick inte att slutföra', errorText(settings.portalUrl, out.error));
    },
  };
}

function claimsOf(person: DemoPerson): { sub: string } & Record<string, string> {
  const [givenName = '', ...rest] = person.name.split(' ');
  return {
    sub: person.subject,
    name: person.name,
    given_name: givenName,
    family_name: rest.join(' '),
    locale: person.locale,
    [numberClaim]: person.identityNumber,
  };
}

/** The portal is the only client, and its users are told what it reads: no page that asks for consent. */
const grantAll: NonNullable<Configuration['loadExistingGrant']> = async (ctx) => {
  const { client, session, params, provider } = ctx.oidc;
  const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
  if (typeof params?.['scope'] === 'string') grant.addOIDCScope(params['scope']);
  grant.addOIDCClaims([numberClaim, 'name', 'given_name', 'family_name', 'locale']);
  await grant.save();
  return grant;
};

function errorText(portalUrl: string, error: string): string {
  return `<h1>Legitimeringen gick inte att slutföra</h1>
<p>Den kan ha tagit för lång tid, eller så öppnades en gammal länk. Börja om från portalen.</p>
<p><a href="${escapeHtml(new URL('/login', portalUrl).href)}">Till inloggningen</a></p>
<p>Felkod: ${escapeHtml(error)}</p>`;
}

type HtmlContext = { type: string; body: unknown };

function showLogout(ctx: HtmlContext, form: string): void {
  ctx.type = 'html';
  ctx.body = page(
    'Logga ut',
    `<h1>Vill du logga ut?</h1>${form}<button form="op.logoutForm" name="logout" value="yes">Ja, logga ut</button>`,
  );
}

function showLoggedOut(ctx: HtmlContext): void {
  ctx.type = 'html';
  ctx.body = page('Utloggad', '<h1>Du är utloggad</h1><p>Du kan stänga sidan.</p>');
}
