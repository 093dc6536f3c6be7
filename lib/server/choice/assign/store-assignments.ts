import type { Assignment } from '#lib/domain/choice/assign-nearest.ts';
import type { NamedCompared } from '#lib/domain/choice/choice-reasoning.ts';
import type { NamedContract } from '#lib/server/choice/assign/area-contracts.ts';
import type { UnplacedDecision } from '#lib/server/choice/assign/waiting-decisions.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';

type Stored = {
  readonly choiceId: string;
  readonly placementId: string;
  readonly decision: UnplacedDecision;
  readonly office: { readonly officeId: string; readonly contractId: string; readonly providerId: string };
  readonly seed: string;
  readonly compared: readonly NamedCompared[];
};

/** Each assignment with ids of its own and with names beside what was compared: names change, the calculation stays. */
function toStore(
  assignments: readonly Assignment[],
  decisions: ReadonlyMap<string, UnplacedDecision>,
  contracts: readonly NamedContract[],
): readonly Stored[] {
  const named = new Map(
    contracts.flatMap(({ premises, provider, providerId, contractId }) =>
      premises.map(
        ({ officeId, place }) => [officeId, { officeId, contractId, providerId, provider, place }] as const,
      ),
    ),
  );
  return assignments.flatMap(({ decisionId, officeId, seed, compared }) => {
    const [decision, office] = [decisions.get(decisionId), named.get(officeId)];
    if (decision === undefined || office === undefined) return [];
    const withNames = compared.map((one) => {
      const { provider = '', place = '' } = named.get(one.officeId) ?? {};
      return { ...one, provider, place };
    });
    return { choiceId: newId(), placementId: newId(), decision, office, seed, compared: withNames };
  });
}

/**
 * Writes what was assigned as a choice would have been: placements with their service periods, the choice with its reasoning,
 * the log, and word to the participant and to who receives them. A few statements, however many they are.
 */
export async function storeAssignments(
  tx: Tx,
  assignments: readonly Assignment[],
  decisions: ReadonlyMap<string, UnplacedDecision>,
  contracts: readonly NamedContract[],
  job: { readonly actorKey: string; readonly now: Date },
): Promise<number> {
  const stored = toStore(assignments, decisions, contracts);
  if (stored.length === 0) return 0;
  const rows = JSON.stringify(
    stored.map(({ choiceId, placementId, decision: d, office }) => ({
      c: choiceId,
      l: placementId,
      d: d.decisionId,
      p: d.participantId,
      o: office.officeId,
      k: office.contractId,
      v: office.providerId,
      lv: d.level,
      g: d.agreementVersionId,
      f: d.from,
      t: d.to,
    })),
  );
  await tx.$executeRaw`
    INSERT INTO placement (id, participant_id, decision_id, provider_id, contract_id, office_id, level, agreement_version_id, choice, "from", "to")
    SELECT x.l, x.p, x.d, x.v, x.k, x.o, x.lv::level, x.g, 'proximity', x.f, x.t
    FROM jsonb_to_recordset(${rows}::jsonb) AS x (l uuid, p uuid, d uuid, v uuid, k uuid, o uuid, lv text, g text, f date, t date)`;
  const periods = stored.flatMap(({ placementId, decision }) =>
    decision.periods.map(({ id, from }) => ({ s: id, l: placementId, f: from })),
  );
  await tx.$executeRaw`
    UPDATE service_period s SET placement_id = x.l, "from" = x.f
    FROM jsonb_to_recordset(${JSON.stringify(periods)}::jsonb) AS x (s uuid, l uuid, f date) WHERE s.id = x.s`;
  await tx.$executeRaw`
    UPDATE decision d SET version = d.version + 1 FROM jsonb_to_recordset(${rows}::jsonb) AS x (d uuid) WHERE d.id = x.d`;
  await tx.$executeRaw`
    INSERT INTO choice (id, decision_id, placement_id, participant_id, kind, made_at)
    SELECT x.c, x.d, x.l, x.p, 'proximity', ${job.now} FROM jsonb_to_recordset(${rows}::jsonb) AS x (c uuid, d uuid, l uuid, p uuid)`;
  await storeReasons(tx, stored, job);
  return stored.length;
}

async function storeReasons(
  tx: Tx,
  stored: readonly Stored[],
  { actorKey, now }: { readonly actorKey: string; readonly now: Date },
): Promise<void> {
  // Where somebody with a protected identity lives, and what would tell it, is written nowhere.
  const open = stored.filter(({ decision }) => !decision.isProtected);
  const reasons = open.map(({ choiceId, decision, office, seed, compared }) => ({
    choice_id: choiceId,
    arrived_on: decision.arrivedOn,
    reference: decision.reference,
    start_on: decision.from,
    home_lat: decision.home?.lat ?? null,
    home_lon: decision.home?.lon ?? null,
    seed,
    office_id: office.officeId,
    compared,
  }));
  await tx.$executeRaw`
    INSERT INTO choice_reasoning SELECT * FROM jsonb_populate_recordset(NULL::choice_reasoning, ${JSON.stringify(reasons)}::jsonb)`;
  const entries = stored.map(({ choiceId, placementId, decision, office, compared }) => ({
    d: decision.decisionId,
    p: decision.participantId,
    detail: {
      choiceId,
      placementId,
      from: decision.from,
      to: decision.to,
      ...(decision.isProtected
        ? {}
        : {
            officeId: office.officeId,
            metres: compared.find(({ officeId }) => officeId === office.officeId)?.metres ?? null,
          }),
    },
  }));
  await tx.$executeRaw`
    INSERT INTO audit_entry (actor_kind, actor_key, action, outcome, subject_type, subject_id, participant_ids, detail)
    SELECT 'job', ${actorKey}, 'choice.assign', 'done', 'decision', x.d::text, ARRAY[x.p], x.detail
    FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS x (d uuid, p uuid, detail jsonb)`;
  const choices = stored.map(({ choiceId }) => choiceId);
  await tx.$executeRaw`SELECT app.tell_assigned(${choices}::uuid[], ${now})`;
}
