import type { Actor } from '#lib/domain/actor/actor.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';

type Tenant = {
  readonly provider: Prisma.Sql;
  readonly office: Prisma.Sql;
  readonly protected: Prisma.Sql;
  readonly participant: Prisma.Sql;
};

const PLACEMENT: Tenant = {
  provider: Prisma.sql`p.provider_id`,
  office: Prisma.sql`p.office_id`,
  protected: Prisma.sql`p.protected`,
  participant: Prisma.sql`p.participant_id`,
};
const REPORT: Tenant = {
  provider: Prisma.sql`r.provider_id`,
  office: Prisma.sql`r.office_id`,
  protected: Prisma.sql`r.protected`,
  participant: Prisma.sql`r.participant_id`,
};

/**
 * What somebody at a provider, or its system, may reach: of its own provider, at the offices in scope, with protected
 * identity only where they are named for it. Row-level security says the same; each stands without the other.
 */
function reachOf(actor: Actor, tenant: Tenant): Prisma.Sql {
  if (actor.kind === 'client') {
    return Prisma.sql`(${tenant.provider} = ${actor.providerId}::uuid AND NOT ${tenant.protected})`;
  }
  if (actor.kind !== 'person' || actor.organisation !== 'provider') return Prisma.sql`false`;
  const offices =
    actor.officeScope === 'all'
      ? Prisma.sql`true`
      : Prisma.sql`${tenant.office} = ANY (${[...actor.officeScope]}::uuid[])`;
  return Prisma.sql`(${tenant.provider} = ${actor.providerId}::uuid AND ${offices}
    AND (NOT ${tenant.protected} OR ${tenant.participant} = ANY ((SELECT app.named_for())::uuid[])))`;
}

/** The placements `p` within the actor's reach. */
export function placementsInReach(actor: Actor): Prisma.Sql {
  return reachOf(actor, PLACEMENT);
}

/** The reports `r` within the actor's reach. */
export function reportsInReach(actor: Actor): Prisma.Sql {
  return reachOf(actor, REPORT);
}
