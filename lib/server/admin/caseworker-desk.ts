import type {
  CaseworkerDesk,
  ComingSwitch,
  SerialSwitcher,
  UnchosenParticipant,
} from '#lib/domain/admin/caseworker-desk.ts';
import { CLOSE_SWITCH_DAYS, SERIAL_SWITCHES } from '#lib/domain/admin/serial-switching.ts';
import type { CaseworkerDeskInput } from '#lib/schemas/admin.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

const PAGE_SIZE = 25;
const SHOWN = 25;

type Counted<Row> = Row & { readonly total: number };

/**
 * What needs a caseworker's eye: who has not chosen (those whose time is out first), switches on their way, serial switching.
 * Protected identities are handled elsewhere, also by those named for them.
 */
export const caseworkerDesk = defineQuery<CaseworkerDeskInput, CaseworkerDesk>({
  name: 'caseworker.desk',
  mandates: ['caseworker'],
  purpose: 'Handläggning av val och byten',
  run: async (tx, { page }, { today }) => ({
    unchosen: await findUnchosen(tx, page, today),
    comingSwitches: part(await findComingSwitches(tx, today)),
    serialSwitchers: part(await findSerialSwitchers(tx, today)),
  }),
  reads: ({ unchosen, comingSwitches, serialSwitchers }) => ({
    type: 'decision',
    id: null,
    participantIds: [
      ...new Set(
        [...unchosen.items, ...comingSwitches.items, ...serialSwitchers.items].map(
          ({ participantId }) => participantId,
        ),
      ),
    ],
  }),
});

/** Decisions with a service period that waits for a provider and is not over. The few periods that wait lead to the rest. */
async function findUnchosen(tx: Tx, page: number, today: PlainDate): Promise<CaseworkerDesk['unchosen']> {
  const from = Prisma.sql`FROM (SELECT DISTINCT ON (x.decision_id) x.decision_id, x.implementation_reference FROM service_period x
        WHERE x.placement_id IS NULL AND x."to" > ${today}::date ORDER BY x.decision_id, x.number) s
      JOIN decision d ON d.id = s.decision_id
      JOIN participant a ON a.id = d.participant_id AND NOT a.protected`;
  const items = await tx.$queryRaw<UnchosenParticipant[]>`
    SELECT d.id::text AS "decisionId", a.id::text AS "participantId", p.given_name || ' ' || p.family_name AS name,
      s.implementation_reference AS "implementationReference", d.level::text, d.delivery_area_id AS "deliveryArea",
      a.municipality_id AS municipality, d.arrived_on::text AS "arrivedOn", d.choose_by::text AS "chooseBy"
    ${from} JOIN person p ON p.id = a.person_id
    ORDER BY d.choose_by, p.family_name, p.given_name, d.id LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`;
  const [counts] = await tx.$queryRaw<{ readonly total: number; readonly overdue: number }[]>`
    SELECT count(*)::int AS total, count(*) FILTER (WHERE d.choose_by < ${today}::date)::int AS overdue ${from}`;
  return { items, total: 0, overdue: 0, ...counts, page, pageSize: PAGE_SIZE };
}

async function findComingSwitches(tx: Tx, today: PlainDate): Promise<Counted<ComingSwitch>[]> {
  return await tx.$queryRaw<Counted<ComingSwitch>[]>`
    SELECT w.id::text, w.participant_id::text AS "participantId", p.given_name || ' ' || p.family_name AS name,
      f.id::text AS "fromPlacementId", fv.name AS "fromProvider", t.id::text AS "toPlacementId", tv.name AS "toProvider",
      (w.decided_at AT TIME ZONE 'Europe/Stockholm')::date::text AS "decidedOn", w.effective_on::text AS "effectiveOn",
      count(*) OVER ()::int AS total
    FROM provider_switch w
      JOIN participant a ON a.id = w.participant_id AND NOT a.protected
      JOIN person p ON p.id = a.person_id
      JOIN placement f ON f.id = w.from_placement_id JOIN provider fv ON fv.id = f.provider_id
      JOIN placement t ON t.id = w.to_placement_id JOIN provider tv ON tv.id = t.provider_id
    WHERE w.undone_at IS NULL AND w.effective_on > ${today}::date
    ORDER BY w.effective_on, p.family_name, w.id LIMIT ${SHOWN}`;
}

/** Services that go on; a service is what one decision gives. */
async function findSerialSwitchers(tx: Tx, today: PlainDate): Promise<Counted<SerialSwitcher>[]> {
  return await tx.$queryRaw<Counted<SerialSwitcher>[]>`
    WITH standing AS (
      SELECT f.decision_id, w.participant_id, (w.decided_at AT TIME ZONE 'Europe/Stockholm')::date AS decided_on, w.decided_at
      FROM provider_switch w JOIN placement f ON f.id = w.from_placement_id
      WHERE w.undone_at IS NULL AND NOT f.protected
    ), gaps AS (
      SELECT *, decided_on - lag(decided_on) OVER (PARTITION BY decision_id ORDER BY decided_at) AS gap FROM standing
    ), services AS (
      SELECT decision_id, participant_id, count(*)::int AS switches, min(gap)::int AS gap, max(decided_on) AS latest FROM gaps
      GROUP BY decision_id, participant_id
      HAVING count(*) >= ${SERIAL_SWITCHES} OR min(gap) <= ${CLOSE_SWITCH_DAYS}
    )
    SELECT s.decision_id::text AS "decisionId", s.participant_id::text AS "participantId", p.given_name || ' ' || p.family_name AS name,
      l.id::text AS "placementId", v.name AS "providerName", s.switches, s.gap AS "shortestGapDays", s.latest::text AS "latestOn",
      count(*) OVER ()::int AS total
    FROM services s
      JOIN participant a ON a.id = s.participant_id
      JOIN person p ON p.id = a.person_id
      JOIN LATERAL (SELECT id, provider_id FROM placement x WHERE x.decision_id = s.decision_id AND x.cancelled_at IS NULL
        AND coalesce(x."end", x."to") > ${today}::date ORDER BY x."from" LIMIT 1) l ON true
      JOIN provider v ON v.id = l.provider_id
    ORDER BY s.latest DESC, p.family_name, s.decision_id LIMIT ${SHOWN}`;
}

function part<Row>(rows: readonly Counted<Row>[]): {
  readonly items: readonly Row[];
  readonly total: number;
} {
  return { items: rows, total: rows[0]?.total ?? 0 };
}
