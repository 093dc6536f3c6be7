import { chooseByOf } from '#lib/domain/choice/deadline.ts';
import type { PlacementChanges, PlacementSpan, Reference } from '#lib/domain/placement/placement-changes.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type ServiceToWrite = { readonly participantId: string; readonly changes: PlacementChanges };

type Ids = { readonly decision: (of: Reference) => string; readonly placement: (of: Reference) => string };

/**
 * Writes decisions, placements and service periods. Spans that shrink come first: a switch makes room for the placement
 * that begins on its day, and the database looks at each row as it comes.
 */
export async function writeService(
  tx: Tx,
  service: readonly ServiceToWrite[],
  given: { readonly terms: Terms; readonly today: PlainDate },
): Promise<void> {
  const ids = newIds();
  const spans = service.flatMap(({ changes }) => changes.spans);
  await updateSpans(
    tx,
    spans.filter(({ before, after }) => lastDay(after) <= lastDay(before) && after.from >= before.from),
  );
  await updateSpans(
    tx,
    spans.filter(({ before, after }) => lastDay(after) > lastDay(before) || after.from < before.from),
  );
  await insertDecisions(tx, service, ids, given);
  await insertPlacements(tx, service, ids);
  await insertPeriods(tx, service, ids);
  await placePeriods(tx, service, ids);
}

/** The ids of what is made, by the key that it is known by until then. Keys are references: no two are the same. */
function newIds(): Ids {
  const made = new Map<string, string>();
  const idOf =
    (kind: string) =>
    (of: Reference): string => {
      const id = of.id ?? made.get(`${kind} ${of.key}`) ?? newId();
      made.set(`${kind} ${of.key}`, id);
      return id;
    };
  return { decision: idOf('decision'), placement: idOf('placement') };
}

function lastDay(span: PlacementSpan): PlainDate {
  return span.end ?? span.to;
}

async function updateSpans(tx: Tx, spans: PlacementChanges['spans']): Promise<void> {
  if (spans.length === 0) return;
  const rows = spans.map(({ placementId, after }) => ({
    id: placementId,
    from: after.from,
    to: after.to,
    end: after.end,
    end_reason: after.endReason,
  }));
  await tx.$executeRaw`UPDATE placement l SET "from" = x."from", "to" = x."to", "end" = x."end", end_reason = x.end_reason::end_reason, version = l.version + 1
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x (id uuid, "from" date, "to" date, "end" date, end_reason text) WHERE l.id = x.id`;
}

async function insertDecisions(
  tx: Tx,
  service: readonly ServiceToWrite[],
  ids: Ids,
  { terms, today }: { readonly terms: Terms; readonly today: PlainDate },
): Promise<void> {
  const rows = service.flatMap(({ participantId, changes }) =>
    changes.decisions.map(({ key, first }) => {
      // The file does not tell when the decision arrived: on the day its service begins, or today where that lies ahead.
      const arrivedOn = first.from < today ? first.from : today;
      return {
        id: ids.decision({ id: null, key }),
        participant_id: participantId,
        level: first.level,
        agreement_version_id: first.agreement,
        delivery_area_id: first.deliveryArea,
        arrived_on: arrivedOn,
        choose_by: chooseByOf(arrivedOn, terms.choiceWorkdays),
      };
    }),
  );
  if (rows.length === 0) return;
  await tx.$executeRaw`INSERT INTO decision (id, participant_id, level, agreement_version_id, delivery_area_id, arrived_on, choose_by)
    SELECT id, participant_id, level::level, agreement_version_id, delivery_area_id, arrived_on, choose_by
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x (id uuid, participant_id uuid, level text, agreement_version_id text,
      delivery_area_id text, arrived_on date, choose_by date)`;
}

async function insertPlacements(tx: Tx, service: readonly ServiceToWrite[], ids: Ids): Promise<void> {
  const rows = service.flatMap(({ participantId, changes }) =>
    changes.placements.map(({ key, decision, unit }) => ({
      id: ids.placement({ id: null, key }),
      participant_id: participantId,
      decision_id: ids.decision(decision),
      ka_number: unit.rows[0].kaNumber,
      choice: unit.rows[0].choice,
      level: unit.rows[0].level,
      agreement_version_id: unit.rows[0].agreement,
      from: unit.from,
      to: unit.to,
      end: unit.end,
      end_reason: unit.endReason,
    })),
  );
  if (rows.length === 0) return;
  // The main office of the contract: the file knows no other.
  await tx.$executeRaw`INSERT INTO placement (id, participant_id, decision_id, provider_id, contract_id, office_id, level, agreement_version_id,
      choice, "from", "to", "end", end_reason)
    SELECT x.id, x.participant_id, x.decision_id, c.provider_id, c.id, o.id, x.level::level, x.agreement_version_id,
      x.choice::choice_kind, x."from", x."to", x."end", x.end_reason::end_reason
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x (id uuid, participant_id uuid, decision_id uuid, ka_number text, choice text, level text,
      agreement_version_id text, "from" date, "to" date, "end" date, end_reason text)
    JOIN contract c ON c.ka_number = x.ka_number
    JOIN office o ON o.contract_id = c.id AND o.main`;
}

async function insertPeriods(tx: Tx, service: readonly ServiceToWrite[], ids: Ids): Promise<void> {
  const rows = service.flatMap(({ changes }) =>
    changes.periods.map(({ row, decision, placement }) => ({
      id: newId(),
      reference: row.reference,
      decision_id: ids.decision(decision),
      placement_id: placement === null ? null : ids.placement(placement),
      number: row.number,
      from: row.from,
      to: row.to,
    })),
  );
  if (rows.length === 0) return;
  await tx.$executeRaw`INSERT INTO service_period (id, implementation_reference, decision_id, placement_id, number, "from", "to")
    SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x (id uuid, reference text, decision_id uuid, placement_id uuid,
      number smallint, "from" date, "to" date)`;
}

async function placePeriods(tx: Tx, service: readonly ServiceToWrite[], ids: Ids): Promise<void> {
  const rows = service.flatMap(({ changes }) =>
    changes.placed.map(({ row, placement }) => ({
      reference: row.reference,
      placement_id: ids.placement(placement),
    })),
  );
  if (rows.length === 0) return;
  await tx.$executeRaw`UPDATE service_period s SET placement_id = x.placement_id
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x (reference text, placement_id uuid) WHERE s.implementation_reference = x.reference`;
}
