import type { NotificationEvent } from '#lib/domain/notification/notification.ts';
import { closedBecause } from '#lib/domain/choice/open-for-choice.ts';
import { type WhiteSpotKind, whiteSpotKind } from '#lib/domain/choice/white-spot.ts';
import type { NamedContract } from '#lib/server/choice/assign/area-contracts.ts';
import type { UnplacedDecision } from '#lib/server/choice/assign/waiting-decisions.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { notify } from '#lib/server/notification/notify.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Found = { readonly decision: UnplacedDecision; readonly kind: WhiteSpotKind };

/** Premises of those that can be chosen by who would begin on a day. */
function openOn(
  contracts: readonly NamedContract[],
  day: PlainDate,
): readonly NamedContract['premises'][number][] {
  return contracts
    .filter((contract) => {
      const placesTaken = contract.heldUntil.filter((until) => until > day).length;
      return closedBecause({ ...contract, placesTaken }, contract.deliveryAreaId, day) === null;
    })
    .flatMap(({ premises }) => premises);
}

/** Which of an area's waiting decisions stand on a white spot today. */
function findWhiteSpots(
  waiting: readonly UnplacedDecision[],
  contracts: readonly NamedContract[],
  reach: number,
): readonly Found[] {
  return [...Map.groupBy(waiting, ({ from }) => from)].flatMap(([day, decisions]) => {
    const open = openOn(contracts, day);
    return decisions.flatMap((decision) => {
      const kind = decision.overlaps ? 'overlap' : whiteSpotKind(decision.home, open, reach);
      return kind === null ? [] : [{ decision, kind }];
    });
  });
}

/** Days for which a caseworker who has been told finds somebody who was placed far away the first night. */
const PLACED_STANDS_DAYS = 7;

/**
 * Keeps account of an area's white spots: those that are new, those that are of another kind, and those that no longer are.
 * Caseworkers are told of a decision once; participants, when they can choose after all. Returns how many were new.
 */
export async function keepWhiteSpots(
  tx: Tx,
  area: {
    readonly id: string;
    readonly waiting: readonly UnplacedDecision[];
    /** Who did not choose, and was given somebody out of reach this night. */
    readonly placedFar: readonly UnplacedDecision[];
    readonly contracts: readonly NamedContract[];
    /** Whole metres from home within which somebody is near. */
    readonly reach: number;
  },
  { now, today }: { readonly now: Date; readonly today: PlainDate },
): Promise<number> {
  const found: readonly Found[] = [
    ...findWhiteSpots(area.waiting, area.contracts, area.reach),
    ...area.placedFar.map((decision) => ({ decision, kind: 'far' as const })),
  ];
  const rows = found.map(({ decision, kind }) => ({
    d: decision.decisionId,
    m: decision.municipalityId,
    k: kind,
  }));
  const kept = await tx.$queryRaw<
    { readonly decisionId: string; readonly isNew: boolean; readonly opened: boolean }[]
  >`
    WITH closed AS (SELECT w.decision_id FROM white_spot w JOIN decision d ON d.id = w.decision_id
      WHERE d.delivery_area_id = ${area.id} AND w.kind IN ('nobody', 'overlap') AND w.ended_on IS NULL),
    kept AS (INSERT INTO white_spot (decision_id, municipality_id, kind, found_on)
    SELECT x.d, x.m, x.k, ${today}::date FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x (d uuid, m text, k text) ORDER BY x.d
    ON CONFLICT (decision_id) DO UPDATE SET kind = excluded.kind, ended_on = NULL
      WHERE white_spot.kind <> excluded.kind OR white_spot.ended_on IS NOT NULL
    RETURNING decision_id, kind, xmax = 0 AS "isNew")
    SELECT k.decision_id::text AS "decisionId", k."isNew", k.kind = 'far' AND k.decision_id IN (SELECT c.decision_id FROM closed c) AS opened
    FROM kept k ORDER BY k.decision_id`;
  const ended = await tx.$queryRaw<{ readonly decisionId: string; readonly kind: WhiteSpotKind }[]>`
    UPDATE white_spot w SET ended_on = ${today}::date
    WHERE w.ended_on IS NULL AND NOT w.decision_id = ANY (${rows.map(({ d }) => d)}::uuid[])
      AND EXISTS (SELECT 1 FROM decision d WHERE d.id = w.decision_id AND d.delivery_area_id = ${area.id})
      AND NOT (w.kind = 'far' AND w.found_on > ${today}::date - ${PLACED_STANDS_DAYS}::int AND EXISTS (
        SELECT 1 FROM placement l WHERE l.decision_id = w.decision_id AND l.choice = 'proximity' AND l.cancelled_at IS NULL))
    RETURNING w.decision_id::text AS "decisionId", w.kind`;
  const canChoose = [...kept.filter(({ opened }) => opened), ...ended.filter(({ kind }) => kind !== 'far')];
  await tellWhoCanChoose(tx, canChoose, area.waiting, now);
  const told = kept.filter(({ isNew }) => isNew);
  const isNew = new Set(told.map(({ decisionId }) => decisionId));
  const isTold = Map.groupBy(
    found.map(({ decision }) => decision).filter(({ decisionId }) => isNew.has(decisionId)),
    ({ isProtected }) => isProtected,
  );
  await tellNamed(tx, isTold.get(true) ?? [], now);
  const [first] = isTold.get(false) ?? [];
  if (first !== undefined) {
    await notify(tx, {
      event: 'whiteSpotFound',
      to: { kind: 'authorityRole', role: 'caseworker' },
      about: {
        placementId: null,
        subject: { type: 'decision', id: first.decisionId },
        path: `/admin/white-spots?area=${encodeURIComponent(area.id)}`,
      },
      now,
    });
  }
  return told.length;
}

/** A list of white spots shows nobody who has a protected identity: those named for them are told by themselves. */
async function tellNamed(tx: Tx, sheltered: readonly UnplacedDecision[], now: Date): Promise<void> {
  if (sheltered.length === 0) return;
  const rows = sheltered.map(({ participantId, decisionId }) => ({ p: participantId, d: decisionId }));
  await tx.$executeRaw`SELECT app.tell_named(x.p, ${'whiteSpotFound' satisfies NotificationEvent}, 'decision', x.d,
    '/admin/participants/' || x.p, ${now}) FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x (p uuid, d uuid)`;
}

/** Who had nobody to choose and still waits is told that there is somebody now. */
async function tellWhoCanChoose(
  tx: Tx,
  canChoose: readonly { readonly decisionId: string }[],
  waiting: readonly UnplacedDecision[],
  now: Date,
): Promise<void> {
  const still = new Set(waiting.map(({ decisionId }) => decisionId));
  const told = canChoose.filter(({ decisionId }) => still.has(decisionId));
  if (told.length === 0) return;
  const decisions = told.map(({ decisionId }) => decisionId);
  await tx.$executeRaw`SELECT app.tell_chooser(${decisions}::uuid[], ${'choiceOpened' satisfies NotificationEvent}, ${now})`;
}
