import { err, ok, type Result } from '#lib/shared/result.ts';

/** Error codes of RFC 6749 section 5.2 that this endpoint gives. */
export type TokenError = {
  readonly error: 'invalid_request' | 'invalid_client' | 'invalid_scope' | 'unsupported_grant_type';
  readonly description: string;
};

export type TokenRequest = {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Null: all that the client has. */
  readonly scopes: readonly string[] | null;
};

type Credentials = { readonly clientId: string; readonly clientSecret: string };

/** Reads a client credentials request: the client in the Authorization header (Basic) or in the body, never in both. */
export async function parseTokenRequest(request: Request): Promise<Result<TokenRequest, TokenError>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
    return err(invalid('The body must be application/x-www-form-urlencoded.'));
  }
  const form = new URLSearchParams(await request.text());
  const names = [...form.keys()];
  if (new Set(names).size !== names.length) return err(invalid('A parameter comes more than once.'));
  const grant = form.get('grant_type');
  if (grant === null || grant === '') return err(invalid('grant_type is missing.'));
  const credentials = credentialsOf(request.headers.get('authorization'), form);
  if (!credentials.ok) return credentials;
  if (!visible.test(credentials.value.clientId)) {
    return err(invalid('client_id has characters that no client id has.'));
  }
  if (grant !== 'client_credentials') {
    return err({
      error: 'unsupported_grant_type',
      description: 'The only grant type here is client_credentials.',
    });
  }
  const scope = form.get('scope')?.trim() ?? '';
  return ok({ ...credentials.value, scopes: scope === '' ? null : [...new Set(scope.split(/ +/))] });
}

/** The characters that RFC 6749 (appendix A) lets ids and secrets have. */
const visible = /^[\x20-\x7e]{1,256}$/;

function credentialsOf(header: string | null, form: URLSearchParams): Result<Credentials, TokenError> {
  const clientId = form.get('client_id') ?? '';
  const clientSecret = form.get('client_secret') ?? '';
  if (header === null) {
    return clientId === '' || clientSecret === ''
      ? err({ error: 'invalid_client', description: 'client_id and client_secret are missing.' })
      : ok({ clientId, clientSecret });
  }
  if (clientSecret !== '') return err(invalid('The client is authenticated in more than one way.'));
  const basic = basicCredentials(header);
  if (basic === null) {
    return err({ error: 'invalid_client', description: 'The Authorization header is not HTTP Basic.' });
  }
  return clientId !== '' && clientId !== basic.clientId
    ? err(invalid('client_id differs from the Authorization header.'))
    : ok(basic);
}

/** RFC 6749 section 2.3.1: both parts are form-urlencoded before they are joined and encoded. */
function basicCredentials(header: string): Credentials | null {
  const encoded = /^Basic +([\w+/=-]+)$/i.exec(header.trim())?.[1];
  if (encoded === undefined) return null;
  const [id, ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const clientId = formDecoded(id ?? '');
  const clientSecret = formDecoded(rest.join(':'));
  return clientId === '' || clientSecret === '' ? null : { clientId, clientSecret };
}

function formDecoded(text: string): string {
  return new URLSearchParams(`x=${text.replaceAll('&', '%26')}`).get('x') ?? '';
}

function invalid(description: string): TokenError {
  return { error: 'invalid_request', description };
}
