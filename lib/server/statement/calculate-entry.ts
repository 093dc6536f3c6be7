import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import type { Evaluation } from '#lib/domain/compensation/evaluation.ts';
import type { AgreementVersion, PlacementFacts } from '#lib/domain/compensation/types.ts';
import { linesOf } from '#lib/domain/statement/statement-line.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import type { AgreementVersions } from '#lib/server/statement/agreement-versions.ts';
import { factsOf, type PlacementRow } from '#lib/server/statement/placement-facts.ts';
import type { PlacementEntry } from '#lib/server/statement/post-batch.ts';
import { faultCodes, RunStopped } from '#lib/server/statement/run-stopped.ts';
import { OreOutOfRangeError } from '#lib/shared/money.ts';
import { DateOutOfRangeError, type PlainDate } from '#lib/shared/plain-date.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

type For = {
  readonly providerId: string;
  readonly agreements: AgreementVersions;
  readonly asOf: PlainDate;
};

/** What is wrong between an agreement version and facts that are right each for itself, as codes. */
function faultsBetween(agreement: AgreementVersion, { placement }: PlacementFacts): readonly string[] {
  const firstDay = placement.periods[0]?.from ?? '';
  return (['basePay', 'resultPay'] as const)
    .filter((part) => (agreement[part].rates[0]?.from ?? '') > firstDay)
    .map((part) => `/agreement/${part}/rates/0/from notInForce`);
}

function evaluated(
  agreement: AgreementVersion,
  facts: PlacementFacts,
): Result<Evaluation, readonly string[]> {
  const faults = faultsBetween(agreement, facts);
  if (faults.length > 0) return err(faults);
  try {
    return ok(evaluate(agreement, facts));
  } catch (error) {
    // Figures that are right one by one, but give one that cannot be held exactly.
    if (error instanceof OreOutOfRangeError || error instanceof DateOutOfRangeError) return err([error.name]);
    throw error;
  }
}

/** What a placement puts on the statement. Facts that are wrong stop the run: what is owed is never passed over in silence. */
export function calculateEntry(row: PlacementRow, given: For): PlacementEntry {
  const { providerId, agreements, asOf } = given;
  const placementId = row.id;
  const facts = factsOf(row, asOf);
  const stopFor = (faults: readonly string[]): RunStopped =>
    new RunStopped({ code: 'invalidFacts', providerId, placementId, faults });
  if (!facts.ok) throw stopFor(faultCodes(facts.error));
  const agreement = agreements.get(row.agreementVersionId);
  if (agreement === undefined) throw new Error(`No agreement version ${row.agreementVersionId}`);
  const { agreementVersionId, participantId } = row;
  const answer = evaluated(agreement, facts.value);
  if (!answer.ok) throw stopFor(answer.error);
  const evaluation = answer.value;
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
