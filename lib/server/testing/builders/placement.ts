import type { EndReason, Level } from '#lib/domain/compensation/types.ts';
import type { Database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { buildDecision, type BuiltDecision } from '#lib/server/testing/builders/decision.ts';
import type { BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildParticipant, type BuiltParticipant } from '#lib/server/testing/builders/participant.ts';
import { uniqueReference } from '#lib/server/testing/builders/sequence.ts';
import { addDays, plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

export type BuiltPlacement = {
  readonly id: string;
  readonly participant: BuiltParticipant;
  readonly office: BuiltOffice;
  /** Of the first period; `references` has both. */
  readonly reference: string;
  readonly references: readonly string[];
  readonly from: string;
  readonly to: string;
};

type Given = {
  readonly office: BuiltOffice;
  readonly participant?: BuiltParticipant;
  readonly decision?: BuiltDecision;
  readonly level?: Level;
  /** First day; 180 days a period. */
  readonly from?: string;
  readonly periods?: 1 | 2;
  readonly end?: string;
  readonly endReason?: EndReason;
  readonly coachPersonId?: string;
};

const PERIOD_DAYS = 180;

/** A placement from 2 January 2026 with its service periods; participant and decision are made where they are not given. */
export async function buildPlacement(owner: Database, given: Given): Promise<BuiltPlacement> {
  const { office } = given;
  const participant = given.decision?.participant ?? given.participant ?? (await buildParticipant(owner));
  const decision =
    given.decision ??
    (await buildDecision(owner, {
      participant,
      ...(given.level === undefined ? {} : { level: given.level }),
    }));
  const id = newId();
  const from = plainDate(given.from ?? '2026-01-02');
  const numbers = given.periods === 2 ? [1, 2] : [1];
  const to = addDays(from, PERIOD_DAYS * numbers.length);
  const references = numbers.map(() => uniqueReference());
  await owner.placement.create({
    data: {
      id,
      participantId: participant.id,
      decisionId: decision.id,
      providerId: office.provider.id,
      contractId: office.contract.id,
      officeId: office.id,
      level: decision.level,
      agreementVersionId: decision.agreementVersionId,
      choice: 'active',
      from: toUtcDate(from),
      to: toUtcDate(to),
      end: given.end === undefined ? null : toUtcDate(plainDate(given.end)),
      endReason: given.end === undefined ? null : (given.endReason ?? 'completed'),
      coachPersonId: given.coachPersonId ?? null,
      servicePeriods: {
        create: numbers.map((number, index) => ({
          id: newId(),
          implementationReference: references[index] ?? '',
          decisionId: decision.id,
          number,
          from: toUtcDate(addDays(from, PERIOD_DAYS * index)),
          to: toUtcDate(addDays(from, PERIOD_DAYS * (index + 1))),
        })),
      },
    },
  });
  return { id, participant, office, reference: references[0] ?? '', references, from, to };
}
