import { type Limit, limits } from '#lib/server/rate-limit/limits.ts';

/** A door of the portal that is counted at the gate: for the address asked from, or for whoever is logged in. */
export type LimitedDoor = { readonly limit: Limit; readonly by: 'address' | 'session' };

type Rule = LimitedDoor & { readonly methods: readonly string[]; readonly path: RegExp };

const READING = ['GET', 'HEAD'];

/** The first that fits counts. What knows better whom it counts for – a provider's system, a file's sender – counts for itself. */
const RULES: readonly Rule[] = [
  { methods: READING, path: /^\/providers(\/|$)/, limit: limits.providerPages, by: 'address' },
  { methods: READING, path: /^\/confirm\//, limit: limits.confirmation, by: 'address' },
  {
    methods: ['POST'],
    path: /^\/api\/employer-confirmations\/answer$/,
    limit: limits.confirmation,
    by: 'address',
  },
  { methods: READING, path: /^\/shared-plan\//, limit: limits.sharedPlan, by: 'address' },
  { methods: ['POST'], path: /^\/api\/login$/, limit: limits.login, by: 'address' },
  { methods: READING, path: /^\/api\/(auth|invitation|step-up)\//, limit: limits.login, by: 'address' },
  { methods: ['POST'], path: /^\/api\/oauth\/token$/, limit: limits.token, by: 'address' },
  {
    methods: ['POST'],
    path: /^\/api\/(administration\/invitations|employer-confirmations\/(ask$|.+\/resend$))/,
    limit: limits.mails,
    by: 'session',
  },
  {
    methods: READING,
    path: /^\/api\/(?!v1\/|providers\/).+\/(csv|xlsx|file|template|letter)$/,
    limit: limits.files,
    by: 'session',
  },
  { methods: ['POST'], path: /^\/api\/provider\/exports$/, limit: limits.files, by: 'session' },
  {
    methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
    path: /^\/api\/(?!v1\/|auth\/)/,
    limit: limits.changes,
    by: 'session',
  },
];

/** What is counted of a request at the gate; null where nothing is. `path` is without its query. */
export function limitedDoor(method: string, path: string): LimitedDoor | null {
  // Next takes `/providers/` for `/providers`.
  const plain = path.length > 1 ? path.replace(/\/+$/, '') : path;
  return RULES.find((rule) => rule.methods.includes(method) && rule.path.test(plain)) ?? null;
}
