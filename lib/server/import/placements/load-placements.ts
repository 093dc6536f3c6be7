import type { PlacementChanges } from '#lib/domain/placement/placement-changes.ts';
import { type Command, defineCommand } from '#lib/server/command/command.ts';
import { defineQuery, type Query } from '#lib/server/command/query.ts';
import { writeBulkAudit } from '#lib/server/import/bulk-audit.ts';
import { loadPlacementsInput } from '#lib/server/import/placements/load-input.ts';
import {
  type BatchOutcome,
  type HeldBatch,
  holdBatch,
  outcomeOf,
  planBatch,
} from '#lib/server/import/placements/plan-batch.ts';
import type { PersonPlan } from '#lib/server/import/placements/plan-person.ts';
import type { PlacementRow } from '#lib/server/import/placements/placement-row.ts';
import { type PersonToWrite, writePeople } from '#lib/server/import/placements/write-people.ts';
import { writeService } from '#lib/server/import/placements/write-service.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { ok } from '#lib/shared/result.ts';

type Input = { rows: PlacementRow[] };

/**
 * Takes in rows of placements.csv: all rows that are right, of all participants that they name. Rows that are not come
 * back with what is wrong; they refuse nothing but themselves.
 */
export function loadPlacements(
  portalSecret: string,
): Command<Input, HeldBatch, readonly PersonPlan[], BatchOutcome> {
  return defineCommand<Input, HeldBatch, readonly PersonPlan[], BatchOutcome>({
    name: 'placements.load',
    mandates: ['authority-load'],
    input: loadPlacementsInput,
    lock: (tx, { rows }) => holdBatch(tx, rows, portalSecret),
    // The file tells what is, not what was seen: there is no version to compare.
    version: () => null,
    guard: () => null,
    stepUp: () => null,
    decide: (held) => ok(planBatch(held)),
    write: async (tx, plans, held, { today }) => {
      const people = plans.flatMap((plan, i) => personToWrite(plan, held[i]?.rows ?? [], today));
      await writePeople(tx, people, portalSecret);
      const service = plans.flatMap(({ person, changes }) =>
        person === null ? [] : [{ participantId: person.participantId, changes }],
      );
      await writeService(tx, service, { terms: await termsInForce(tx, today), today });
      await auditPeople(tx, plans);
      return outcomeOf(plans);
    },
    audit: ({ faults, ...counts }) => ({
      type: 'importFile',
      id: 'placements.csv',
      participantIds: [],
      detail: { ...counts, failed: faults.length },
    }),
  });
}

/** What the same rows would come to. Nobody sees anything of those whom they are about. */
export function previewPlacements(portalSecret: string): Query<Input, BatchOutcome> {
  return defineQuery<Input, BatchOutcome>({
    name: 'placements.preview',
    mandates: ['authority-load'],
    purpose: 'Provläsning av en fil med placeringar',
    run: async (tx, { rows }) => outcomeOf(planBatch(await holdBatch(tx, rows, portalSecret))),
    reads: () => null,
  });
}

function personToWrite(
  plan: PersonPlan,
  rows: readonly PlacementRow[],
  today: PlainDate,
): readonly PersonToWrite[] {
  const [first] = rows.map((row) => row.service.from).toSorted();
  const area = rows.find((row) => !plan.faults.has(row.row))?.service.deliveryArea;
  if (plan.person === null || first === undefined || area === undefined) return [];
  // Whoever has got a decision can log in and choose before the service begins.
  const since = first < today ? first : today;
  return [{ ...plan.person, identityHash: plan.identityHash, deliveryArea: area, since }];
}

async function auditPeople(tx: Tx, plans: readonly PersonPlan[]): Promise<void> {
  const entries = plans.flatMap(({ person, changes, counts }) => {
    if (person === null || counts.created + counts.changed === 0) return [];
    const { participantId, changedFields } = person;
    return [
      {
        subjectType: 'participant',
        subjectId: participantId,
        participantIds: [participantId],
        detail: { ...toldChanges(changes), ...(changedFields.length > 0 ? { changedFields } : {}) },
      },
    ];
  });
  await writeBulkAudit(tx, 'placements.load', entries);
}

function toldChanges(changes: PlacementChanges): Readonly<Record<string, unknown>> {
  const told = {
    periods: changes.periods.map(({ row }) => row.reference),
    placed: changes.placed.map(({ row }) => row.reference),
    spans: changes.spans,
  };
  return Object.fromEntries(Object.entries(told).filter(([, list]) => list.length > 0));
}
