import type { DeviationFacts } from '#lib/domain/deviation-report/deviation.ts';
import { type AbsenceTogether, readTogether } from '#lib/domain/deviation-report/read-together.ts';
import type { TypedDeviation } from '#lib/domain/deviation-report/typed-deviation.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { deviationReportKind } from '#lib/server/deviation-report/deviation-report-kind.ts';
import type { About } from '#lib/server/document/document-kind.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, type Result } from '#lib/shared/result.ts';

/** What a participant's part in an absence of several comes to: the preview and the sending ask the same. */
export function judgeTogether(
  typed: TypedDeviation,
  about: About<DeviationFacts>,
): Result<AbsenceTogether, FieldProblem> {
  const refused = deviationReportKind.refuse(about, null);
  if (refused !== null) return err({ pointer: '', code: refused.code, message: refused.title });
  const { placement, facts, today } = about;
  const service = { from: placement.from, to: placement.end ?? placement.to };
  return readTogether(typed, { ...facts, service }, today);
}

/** SHA-256 over what would be sent for whom and who is left out, in whatever order: what a preview of several showed. */
export function togetherHash(
  judged: readonly {
    readonly placementId: string;
    readonly judgement: Result<AbsenceTogether, FieldProblem>;
  }[],
): string {
  const ordered = judged.toSorted((a, b) => (a.placementId < b.placementId ? -1 : 1));
  const shown = ordered.map(({ placementId, judgement }) => ({
    placementId,
    content: judgement.ok ? judgement.value.content : null,
  }));
  return hashOf(shown).toString('hex');
}
