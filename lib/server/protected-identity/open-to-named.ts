import { Prisma } from '#lib/server/db/generated/client.ts';

const PROTECTED = {
  r: Prisma.sql`(NOT r.protected OR r.participant_id = ANY ((SELECT app.named_for())::uuid[]))`,
  p: Prisma.sql`(NOT p.protected OR p.participant_id = ANY ((SELECT app.named_for())::uuid[]))`,
  l: Prisma.sql`(NOT l.protected OR l.participant_id = ANY ((SELECT app.named_for())::uuid[]))`,
  /** A participant itself. */
  a: Prisma.sql`(NOT a.protected OR a.id = ANY ((SELECT app.named_for())::uuid[]))`,
} as const;

/**
 * Of the reports `r`, placements `p` or `l`, or participants `a`: what is about a protected identity is for those named for it alone.
 * Row-level security says the same; each stands without the other.
 */
export function openToNamed(alias: keyof typeof PROTECTED): Prisma.Sql {
  return PROTECTED[alias];
}
