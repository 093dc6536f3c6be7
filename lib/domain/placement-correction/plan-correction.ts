import type { AgreementVersion, Level } from '#lib/domain/compensation/types.ts';
import type { CorrectionRow } from '#lib/domain/placement-correction/read-correction-rows.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** A placement of the decision that a reference belongs to. */
export type CorrectablePlacement = {
  readonly reference: string;
  readonly placementId: string;
  readonly providerId: string;
  readonly level: Level;
  readonly agreementVersionId: string;
  /** Of that agreement version. */
  readonly vatPermille: number;
  /** First day of its first period. */
  readonly from: PlainDate;
  /** Stands in another correction that is not decided. */
  readonly underCorrection: boolean;
};

/** What is right for the placements: a level for those whose line says none, an agreement version, or both. */
export type RightBasis = {
  readonly level: Level | null;
  readonly agreement: AgreementVersion | null;
};

/** One placement, from what to what. */
export type PlannedItem = {
  readonly placementId: string;
  readonly providerId: string;
  readonly implementationReference: string;
  readonly fromLevel: Level;
  readonly toLevel: Level;
  readonly fromAgreementVersionId: string;
  readonly toAgreementVersionId: string;
};

type Read = Result<readonly PlannedItem[], FieldProblem>;

function itemsOf(row: CorrectionRow, placements: readonly CorrectablePlacement[], right: RightBasis): Read {
  const { reference } = row;
  const tell = (code: string, what: string): Read =>
    err({
      pointer: '/rows',
      row: row.row,
      column: 'reference',
      code,
      message: `Rad ${row.row}: ${reference} ${what}`,
    });
  if (placements.length === 0) return tell('referenceUnknown', 'finns inte.');
  if (placements.some(({ underCorrection }) => underCorrection))
    return tell('underCorrection', 'står redan i en rättelse som inte är avgjord.');
  const firstRate = right.agreement === null ? null : firstRateFrom(right.agreement);
  if (firstRate !== null && placements.some(({ from }) => from < firstRate))
    return tell('agreementNotInForce', 'började innan avtalsversionens priser gäller.');
  // What statements hold was posted with the VAT of its time; a delta takes none of that back.
  if (
    right.agreement !== null &&
    placements.some(({ vatPermille }) => vatPermille !== right.agreement?.vatPermille)
  )
    return tell(
      'vatDiffers',
      'hör till en avtalsversion med annan moms. Den kan inte bytas med en rättelse.',
    );
  const level = row.level ?? right.level;
  const items = placements
    .map((placement) => ({
      placementId: placement.placementId,
      providerId: placement.providerId,
      implementationReference: reference,
      fromLevel: placement.level,
      toLevel: level ?? placement.level,
      fromAgreementVersionId: placement.agreementVersionId,
      toAgreementVersionId: right.agreement?.id ?? placement.agreementVersionId,
    }))
    .filter(
      (item) => item.fromLevel !== item.toLevel || item.fromAgreementVersionId !== item.toAgreementVersionId,
    );
  return items.length > 0 ? ok(items) : tell('nothingChanges', 'har redan den nivån och avtalsversionen.');
}

/** The first day on which both tables of rates are in force. */
function firstRateFrom({ basePay, resultPay }: AgreementVersion): PlainDate | null {
  const days = [basePay.rates[0]?.from, resultPay.rates[0]?.from].filter((day) => day !== undefined);
  return days.toSorted().at(-1) ?? null;
}

/**
 * The placements that a correction changes: every one of the decision that a reference belongs to, since the level and the
 * agreement version are the decision's. Or every fault with its row: a reference that is not known, stands in another
 * correction, whose VAT is another or that has nothing to change, two lines that ask for different things of one placement (compensation model
 * section 1: only a published correction, which names the placements, can replace the agreement version).
 */
export function planCorrection(
  rows: readonly CorrectionRow[],
  found: readonly CorrectablePlacement[],
  right: RightBasis,
): Result<readonly PlannedItem[], readonly FieldProblem[]> {
  const byReference = Map.groupBy(found, ({ reference }) => reference);
  const planned = new Map<string, PlannedItem>();
  const problems: FieldProblem[] = [];
  for (const row of rows) {
    const read = itemsOf(row, byReference.get(row.reference) ?? [], right);
    if (!read.ok) problems.push(read.error);
    else {
      for (const item of read.value) {
        const other = planned.get(item.placementId);
        if (other !== undefined && other.toLevel !== item.toLevel) problems.push(contradiction(row, other));
        else if (other === undefined) planned.set(item.placementId, item);
      }
    }
  }
  return problems.length > 0 ? err(problems.slice(0, 50)) : ok([...planned.values()]);
}

function contradiction({ row, reference }: CorrectionRow, other: PlannedItem): FieldProblem {
  const message = `Rad ${row}: ${reference} hör till samma beslut som ${other.implementationReference}, som får en annan nivå.`;
  return { pointer: '/rows', row, column: 'level', code: 'levelsDiffer', message };
}
