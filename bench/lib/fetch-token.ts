import type { Sender } from '#bench/lib/submit-data.ts';

/** The access token of a provider's system. */
export async function fetchToken(
  url: string,
  { clientId, secret }: Pick<Sender, 'clientId' | 'secret'>,
): Promise<string> {
  const response = await fetch(new URL('/api/oauth/token', url), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret,
    }),
  });
  const answer: unknown = await response.json();
  if (answer instanceof Object && 'access_token' in answer && typeof answer.access_token === 'string') {
    return answer.access_token;
  }
  throw new Error(`The token endpoint answered ${response.status}`);
}
