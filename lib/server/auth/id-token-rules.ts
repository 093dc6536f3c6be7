/** What may sign an ID token: a key of the issuer's alone. Never nothing ("none"), never a secret that two know (HS256). */
const SIGNING_ALGORITHMS = [
  'RS256',
  'PS256',
  'ES256',
  'RS384',
  'PS384',
  'ES384',
  'RS512',
  'PS512',
  'ES512',
] as const;

/** The one that the issuer's ID tokens have to be signed by, of those that it names. */
export function signingAlgorithm(named: readonly string[] = []): string {
  return SIGNING_ALGORITHMS.find((algorithm) => named.includes(algorithm)) ?? 'RS256';
}

/** Whether an ID token says one of the levels of assurance (`acr`) that are asked for; where none is, any is enough. */
export function isAssured(acr: unknown, levels: readonly string[]): boolean {
  return levels.length === 0 || (typeof acr === 'string' && levels.includes(acr));
}

/** The parameter by which levels are asked for. */
export function assuranceRequest(levels: readonly string[]): { readonly acr_values?: string } {
  return levels.length === 0 ? {} : { acr_values: levels.join(' ') };
}
