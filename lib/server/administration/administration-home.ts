import type { SignatoryRequestView } from '#lib/domain/administration/account.ts';
import { openRequests } from '#lib/server/administration/show-account.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';

export type AdministrationHome = {
  readonly people: number;
  readonly invited: number;
  readonly systems: number;
  /** Offices whose presentation waits with the authority, and those whose last one came back. */
  readonly submitted: number;
  readonly returned: number;
  readonly offices: number;
  readonly presented: number;
  readonly requests: readonly SignatoryRequestView[];
  /** The reader's own request to attest, where one waits. */
  readonly ownRequest: SignatoryRequestView | null;
  readonly isSignatory: boolean;
  readonly otherAdministrators: number;
};

type Counts = Omit<AdministrationHome, 'requests' | 'ownRequest'>;

/** How the administration of one's own organisation stands. */
export const administrationHome = defineQuery<object, AdministrationHome>({
  name: 'administration.home',
  mandates: ['providerAdmin'],
  purpose: 'Administration av den egna organisationen',
  async run(tx, _, { actor, today }) {
    if (actor.kind !== 'person' || actor.organisation !== 'provider') return null;
    const { providerId, personId } = actor;
    const now = Prisma.sql`m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to > ${today}::date)`;
    const [counts] = await tx.$queryRaw<Counts[]>`
      SELECT (SELECT count(DISTINCT m.person_id)::int FROM membership m WHERE m.provider_id = ${providerId}::uuid AND ${now}) AS people,
        (SELECT count(*)::int FROM invitation WHERE provider_id = ${providerId}::uuid AND accepted_at IS NULL AND revoked_at IS NULL) AS invited,
        (SELECT count(*)::int FROM api_client WHERE provider_id = ${providerId}::uuid AND revoked_at IS NULL) AS systems,
        (SELECT count(*)::int FROM office WHERE provider_id = ${providerId}::uuid) AS offices,
        (SELECT count(DISTINCT office_id)::int FROM presentation WHERE provider_id = ${providerId}::uuid AND status = 'approved') AS presented,
        (SELECT count(*)::int FROM presentation WHERE provider_id = ${providerId}::uuid AND status = 'submitted') AS submitted,
        (SELECT count(*)::int FROM (SELECT DISTINCT ON (office_id) status FROM presentation WHERE provider_id = ${providerId}::uuid
          ORDER BY office_id, number DESC) last WHERE status = 'returned') AS returned,
        EXISTS (SELECT 1 FROM membership m WHERE m.provider_id = ${providerId}::uuid AND m.person_id = ${personId}::uuid
          AND m.role = 'signatory' AND ${now}) AS "isSignatory",
        (SELECT count(DISTINCT m.person_id)::int FROM membership m WHERE m.provider_id = ${providerId}::uuid AND m.role = 'providerAdmin'
          AND m.all_offices AND m.person_id <> ${personId}::uuid AND ${now}) AS "otherAdministrators"`;
    if (counts === undefined) return null;
    const requests = await openRequests(tx, Prisma.sql`r.provider_id = ${providerId}::uuid`);
    return {
      ...counts,
      requests: requests.filter((request) => request.personId !== personId),
      ownRequest: requests.find((request) => request.personId === personId) ?? null,
    };
  },
  reads: () => null,
});
