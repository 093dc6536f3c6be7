import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import { linesOf } from '#lib/domain/statement/statement-line.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import type { AgreementVersions } from '#lib/server/statement/agreement-versions.ts';
import { factsOf, type PlacementRow } from '#lib/server/statement/placement-facts.ts';
import type { PlacementEntry } from '#lib/server/statement/post-batch.ts';
import { faultCodes, RunStopped } from '#lib/server/statement/run-stopped.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type For = {
  readonly providerId: string;
  readonly agreements: AgreementVersions;
  readonly asOf: PlainDate;
};

/** What a placement puts on the statement. Facts that are wrong stop the run: what is owed is never passed over in silence. */
export function calculateEntry(row: PlacementRow, given: For): PlacementEntry {
  const { providerId, agreements, asOf } = given;
  const placementId = row.id;
  const facts = factsOf(row, asOf);
  if (!facts.ok) {
    throw new RunStopped({ code: 'invalidFacts', providerId, placementId, faults: faultCodes(facts.error) });
  }
  const agreement = agreements.get(row.agreementVersionId);
  if (agreement === undefined) throw new Error(`No agreement version ${row.agreementVersionId}`);
  const { agreementVersionId, participantId } = row;
  const evaluation = evaluate(agreement, facts.value);
  return {
    placementId,
    participantId,
    agreementVersionId,
    vatPermille: agreement.vatPermille,
    facts: facts.value,
    inputHash: hashOf({ agreementVersionId, facts: facts.value }).toString('hex'),
    evaluation,
    lines: linesOf(evaluation, facts.value.posted),
  };
}

/** Whether the statement has anything to say about the placement: money now, later, or not at all. */
export function saysAnything({ lines, evaluation }: PlacementEntry): boolean {
  return lines.length > 0 || evaluation.pending.length > 0 || evaluation.notPayable.length > 0;
}
