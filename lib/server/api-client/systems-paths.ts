export const SYSTEMS_PAGE = '/provider/systems';
export const NEW_CLIENT_PAGE = `${SYSTEMS_PAGE}/clients/new`;
export const NEW_WEBHOOK_PAGE = `${SYSTEMS_PAGE}/webhooks/new`;

export function clientPath(apiClientId: string): string {
  return `${SYSTEMS_PAGE}/clients/${apiClientId}`;
}

export function webhookPath(endpointId: string): string {
  return `${SYSTEMS_PAGE}/webhooks/${endpointId}`;
}

/** Where a new secret is shown, once. */
export function secretPath(revealId: string): string {
  return `${SYSTEMS_PAGE}/secrets/${revealId}`;
}
