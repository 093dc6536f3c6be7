import type { EvidenceItem } from '#lib/domain/evidence/evidence-page.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

export type TypedVerdict = {
  readonly evidenceId: string;
  readonly verdict: 'accept' | 'decline' | '';
  readonly reason: string;
};

export type Verdict = {
  readonly evidenceId: string;
  readonly givenByPersonId: string | null;
  readonly accepted: boolean;
  readonly reason: string | null;
};

const LEAST_REASON = 10;

/**
 * What a reviewer thinks of single pieces: those that are judged, or judged otherwise than before. A piece that is declined says why,
 * to its giver; at least one is judged (service description section 5, motivering till beslut).
 */
export function judgeEvidence(
  typed: readonly TypedVerdict[],
  items: readonly EvidenceItem[],
): Result<readonly Verdict[], readonly FieldProblem[]> {
  const faults: FieldProblem[] = [];
  const verdicts: Verdict[] = [];
  for (const [index, { evidenceId, verdict, reason }] of typed.entries()) {
    const item = items.find(({ id }) => id === evidenceId);
    if (verdict === '') continue;
    if (item === undefined || item.withdrawnAt !== null) {
      const message = 'Ett av underlagen har tagits tillbaka eller finns inte. Läs sidan på nytt.';
      faults.push({ pointer: `/pieces/${index}/verdict`, code: 'evidenceGone', message });
      continue;
    }
    const accepted = verdict === 'accept';
    if (!accepted && reason.length < LEAST_REASON) {
      const message = 'Skriv varför underlaget inte godtas, på minst tio tecken. Leverantören läser det.';
      faults.push({ pointer: `/pieces/${index}/reason`, code: 'reasonTooShort', message });
      continue;
    }
    const kept = accepted ? null : reason;
    const isSame = item.verdict?.accepted === accepted && item.verdict.reason === kept;
    if (!isSame) verdicts.push({ evidenceId, givenByPersonId: item.givenByPersonId, accepted, reason: kept });
  }
  if (faults.length > 0) return err(faults);
  if (verdicts.length > 0) return ok(verdicts);
  const message = 'Välj om något av underlagen godtas eller inte.';
  return err([{ pointer: '/pieces/0/verdict', code: 'nothingJudged', message }]);
}
