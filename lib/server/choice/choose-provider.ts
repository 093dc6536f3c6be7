import {
  chooseProvider as decideChoice,
  type DecidedPeriod,
  type NewPlacement,
  placementToBe,
} from '#lib/domain/choice/choose-provider.ts';
import { type ChooseProviderInput, chooseProviderInput } from '#lib/schemas/choice.ts';
import { guardReason, tellOfHelp } from '#lib/server/assistance/tell-of-help.ts';
import { type Chooser, chooserOf } from '#lib/server/choice/chooser.ts';
import { holdContractPlaces, type PlaceableOffice } from '#lib/server/choice/contract-places.ts';
import { tellOffices } from '#lib/server/choice/tell-offices.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import type { Level } from '#lib/server/db/generated/enums.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { type PlainDate, plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

type LockedDecision = {
  readonly id: string;
  readonly participantId: string;
  readonly deliveryAreaId: string;
  readonly level: Level;
  readonly agreementVersionId: string;
  readonly version: number;
};

type State = {
  readonly chooser: Chooser;
  readonly decision: LockedDecision;
  readonly unplaced: readonly DecidedPeriod[];
  readonly helpedUntil: PlainDate | null;
  readonly office: PlaceableOffice;
};

/** Not locked as if its key could go: the night holds the places while it writes what points to decisions. */
async function lockDecision(
  tx: Tx,
  decisionId: string,
  participantId: string,
): Promise<LockedDecision | null> {
  const [decision] = await tx.$queryRaw<LockedDecision[]>`
    SELECT d.id, d.participant_id AS "participantId", d.delivery_area_id AS "deliveryAreaId", d.level::text AS level,
      d.agreement_version_id AS "agreementVersionId", d.version
    FROM decision d WHERE d.id = ${decisionId}::uuid AND d.participant_id = ${participantId}::uuid FOR NO KEY UPDATE`;
  return decision ?? null;
}

/** Once one of the decision's periods is placed, those that are over are left as they are: there is nothing more to choose. */
async function lockUnplaced(tx: Tx, decisionId: string, today: PlainDate): Promise<readonly DecidedPeriod[]> {
  const rows = await tx.$queryRaw<{ id: string; number: number; from: string; to: string }[]>`
    SELECT s.id, s.number, s."from"::text AS "from", s."to"::text AS "to"
    FROM service_period s WHERE s.decision_id = ${decisionId}::uuid AND s.placement_id IS NULL
      AND (s."to" > ${today}::date OR NOT EXISTS (SELECT FROM service_period c WHERE c.decision_id = s.decision_id AND c.placement_id IS NOT NULL))
    ORDER BY s.number FOR UPDATE`;
  return rows.map((row) => ({ ...row, from: plainDate(row.from), to: plainDate(row.to) }));
}

async function loadHelpedUntil(tx: Tx, decisionId: string, today: PlainDate): Promise<PlainDate | null> {
  const [found] = await tx.$queryRaw<{ readonly day: string | null }[]>`
    SELECT app.helped_until(${decisionId}::uuid, ${today}::date)::text AS day`;
  return typeof found?.day === 'string' ? plainDate(found.day) : null;
}

/**
 * The participant chooses who will help, or somebody does for them: the decision's unplaced service periods become a placement
 * at the office.
 */
export const chooseProvider = defineCommand({
  name: 'choice.choose',
  mandates: ['participant', 'caseworker', 'paperCode'],
  input: chooseProviderInput,
  async lock(tx, input: ChooseProviderInput, { actor, today }): Promise<State | null> {
    const chooser = chooserOf(actor, input);
    if (chooser === null) return null;
    const decision = await lockDecision(tx, input.decisionId, chooser.participantId);
    if (decision === null) return null;
    const unplaced = await lockUnplaced(tx, decision.id, today);
    const helpedUntil = await loadHelpedUntil(tx, decision.id, today);
    const planned = placementToBe(unplaced, today);
    const office = await holdContractPlaces(
      tx,
      input.officeId,
      today,
      planned.ok ? planned.value.period.from : today,
    );
    return office === null ? null : { chooser, decision, unplaced, helpedUntil, office };
  },
  // Nothing left to choose is told as just that, not as "somebody changed this": it was the participant, in another tab.
  version: ({ decision, unplaced }, input) =>
    unplaced.length === 0 ? null : { seen: input.decisionVersion, current: decision.version },
  // The decision was found as that of whom the actor may choose for.
  guard: ({ chooser }, input) => guardReason(chooser, input),
  stepUp: () => null,
  decide: ({ decision, unplaced, helpedUntil, office }, _input, { today }) =>
    decideChoice({ today, deliveryAreaId: decision.deliveryAreaId, unplaced, helpedUntil, contract: office }),
  async write(tx, change: NewPlacement, { chooser, decision, office }, { now }, input) {
    const [placementId, choiceId] = [newId(), newId()];
    const { participantId, level, agreementVersionId } = decision;
    // Nothing is read back: who chooses by a code sees neither placement nor choice.
    await tx.placement.createMany({
      data: {
        id: placementId,
        participantId,
        decisionId: decision.id,
        providerId: office.providerId,
        contractId: office.contractId,
        officeId: office.officeId,
        level,
        agreementVersionId,
        choice: 'active',
        from: toUtcDate(change.period.from),
        to: toUtcDate(change.period.to),
      },
    });
    for (const { id, from } of change.servicePeriods) {
      await tx.servicePeriod.update({ where: { id }, data: { placementId, from: toUtcDate(from) } });
    }
    await tx.decision.update({ where: { id: decision.id }, data: { version: { increment: 1 } } });
    const { assisted, byPersonId: madeByPersonId } = chooser;
    await tx.choice.createMany({
      data: {
        id: choiceId,
        decisionId: decision.id,
        placementId,
        participantId,
        kind: 'active',
        madeAt: now,
        madeByPersonId,
        assisted,
      },
    });
    const reason = input.assistanceReason;
    await tellOfHelp(tx, chooser, { kind: 'choice', id: choiceId, placementId, reason, now });
    await tellOffices(tx, [{ event: 'placementStarted', placementId }], now);
    return { choiceId, placementId };
  },
  audit: ({ choiceId, placementId }, change, { chooser, decision, office }, input) => ({
    type: 'decision',
    id: decision.id,
    participantIds: [decision.participantId],
    detail: {
      choiceId,
      placementId,
      officeId: office.officeId,
      from: change.period.from,
      to: change.period.to,
      ...(chooser.assisted && { assisted: true, assistanceReason: input.assistanceReason ?? null }),
    },
  }),
});
