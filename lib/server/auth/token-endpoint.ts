import { isClientSecret } from '#lib/server/auth/client-secret.ts';
import { type AuthContext, instant } from '#lib/server/auth/context.ts';
import { hashToken, newOpaqueToken } from '#lib/server/auth/opaque-token.ts';
import { log } from '#lib/server/log.ts';
import { type TokenRequest, parseTokenRequest, type TokenError } from '#lib/server/auth/token-request.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

type IssuedToken = {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly scope: string;
};

/** The token endpoint: OAuth 2 client credentials (RFC 6749, sections 2.3.1, 4.4 and 5). */
export async function answerTokenRequest(context: AuthContext, request: Request): Promise<Response> {
  const asked = await parseTokenRequest(request);
  const issued = asked.ok ? await issueToken(context, asked.value) : asked;
  // Section 5.1: neither tokens nor errors are kept by anybody on the way.
  const headers = { 'cache-control': 'no-store', pragma: 'no-cache' };
  if (issued.ok) return Response.json(issued.value, { headers });
  const { error, description } = issued.error;
  const challenge =
    error === 'invalid_client' ? { 'www-authenticate': 'Basic realm="portal", charset="UTF-8"' } : {};
  return Response.json(
    { error, error_description: description },
    { status: error === 'invalid_client' ? 401 : 400, headers: { ...headers, ...challenge } },
  );
}

type ClientRow = { api_client_id: string; secret_hash: Uint8Array; scopes: string[] };

async function issueToken(
  context: AuthContext,
  asked: TokenRequest,
): Promise<Result<IssuedToken, TokenError>> {
  const rows = await context.database.$queryRaw<
    ClientRow[]
  >`SELECT * FROM auth.client_secrets(${asked.clientId}, ${instant(context)}::timestamptz)`;
  // More than one while a secret is being changed; for an unknown client one that nothing is like.
  const candidates = rows.length === 0 ? [undefined] : rows;
  const client = candidates.find((row) => isClientSecret(asked.clientSecret, row?.secret_hash));
  if (client === undefined) {
    log().warn({ known: rows.length > 0 }, 'access token refused');
    return err(unknownClient);
  }
  const scopes = asked.scopes ?? client.scopes;
  const beyond = scopes.filter((scope) => !client.scopes.includes(scope));
  if (beyond.length > 0) {
    return err({
      error: 'invalid_scope',
      description: 'The client does not have every scope that was asked for.',
    });
  }
  const token = newOpaqueToken();
  const issued = await context.database.$queryRaw<{ seconds: number | null }[]>`
    SELECT auth.issue_token(${client.api_client_id}::uuid, ${hashToken(token)}, ${scopes}::text[], ${instant(context)}::timestamptz) AS seconds`;
  const seconds = issued[0]?.seconds;
  // Revoked between the two questions.
  if (seconds === undefined || seconds === null) return err(unknownClient);
  return ok({ access_token: token, token_type: 'Bearer', expires_in: seconds, scope: scopes.join(' ') });
}

const unknownClient: TokenError = {
  error: 'invalid_client',
  description: 'No such client, or the wrong secret.',
};
