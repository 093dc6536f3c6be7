/** What a provider's system may do with the API; each is a mandate of the commands and queries that it opens. */
export const API_SCOPES = ['reports.write', 'reports.read'] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** Most systems of one provider that are in use at once. */
export const MOST_API_CLIENTS = 20;

/** How long an old secret counts beside its successor, so that a system can be given the new one in peace. */
export const OLD_SECRET_HOURS = 24;

/** How long a new secret waits to be looked at, once. */
export const REVEAL_MINUTES = 15;
