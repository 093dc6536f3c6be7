import { findingWords } from '#lib/domain/report/check-words.ts';
import type { AttestReportsInput } from '#lib/schemas/report.ts';
import type { LoadedMonth } from '#lib/server/month/load-months.ts';
import { pointerOf } from '#lib/shared/json-pointer.ts';
import { conflict, type FieldProblem, type Problem, type ProblemLocale } from '#lib/shared/problem.ts';

/** What has changed since the signatory saw it: a draft, or anything else that the signature is over. Null: nothing. */
export function changedSinceSeen(
  months: readonly LoadedMonth[],
  contentHash: string,
  input: AttestReportsInput,
): Problem | null {
  const rows = new Map(months.map(({ row }) => [row.placementId, row]));
  const changed = input.reports.flatMap(({ placementId, draftVersion }, index): FieldProblem[] => {
    const row = rows.get(placementId);
    if (row?.draftVersion === draftVersion) return [];
    return [
      {
        pointer: pointerOf(['reports', index, 'draftVersion']),
        code: 'changedSinceSeen',
        message: `Redovisningen för ${row?.participantName ?? 'en deltagare'} har ändrats sedan du såg den.`,
        fix: 'Läs igenom igen innan du intygar.',
      },
    ];
  });
  if (changed.length > 0) return conflict(changed);
  // A report that is there already is told as that, with all else that stands in the way, and not as a change.
  const same = contentHash === input.contentHash || months.some(({ row }) => !row.sendable);
  return same ? null : conflict();
}

/** What keeps months from being sent, each at its place in the batch. */
export function problemsOfMonths(
  months: readonly LoadedMonth[],
  { reports }: AttestReportsInput,
  locale: ProblemLocale,
): readonly FieldProblem[] {
  return months
    .map((month) => ({
      ...month,
      index: reports.findIndex(({ placementId }) => placementId === month.row.placementId),
    }))
    .toSorted((a, b) => a.index - b.index)
    .flatMap(({ row, judged, index }): FieldProblem[] => {
      const unread = row.remarks
        .filter(({ code }) => code === 'CELL_UNREAD')
        .map(({ code, message, fix, column }) => ({
          pointer: pointerOf(['reports', index, column]),
          column,
          code,
          message: `${row.participantName}: ${message}`,
          fix,
        }));
      const blocks = judged.blocks.map((finding): FieldProblem => {
        const { message, fix } = findingWords(finding, locale);
        const line = finding.row === null ? [] : ['rows', finding.row];
        return {
          pointer: pointerOf(['reports', index, ...line, finding.column]),
          column: finding.column,
          code: finding.code,
          message: `${row.participantName}: ${message}`,
          fix,
        };
      });
      const problems = [...unread, ...blocks];
      return problems.length === 0 && !row.sendable
        ? [returnedUnchanged(row.participantName, index)]
        : problems;
    });
}

function returnedUnchanged(name: string, index: number): FieldProblem {
  return {
    pointer: pointerOf(['reports', index]),
    code: 'RETURNED_UNCHANGED',
    message: `${name}: rapporten är återlämnad och har inte kompletterats.`,
    fix: 'Komplettera den först, eller lämna den utanför.',
  };
}

export function notOnHonour({ onHonour }: Pick<AttestReportsInput, 'onHonour'>): readonly FieldProblem[] {
  if (onHonour) return [];
  return [
    {
      pointer: '/onHonour',
      code: 'notOnHonour',
      message: 'Du behöver intyga på heder och samvete.',
      fix: 'Kryssa i rutan om du kan intyga.',
    },
  ];
}

/** What was marked or unmarked after it was shown: the signature is over what is shown, so the choice is shown first. */
export function choiceNotShown({ reports, kept }: AttestReportsInput): readonly FieldProblem[] {
  const marked = reports.filter(({ leave }) => leave).length;
  const unmarked = kept.filter(({ leave }) => !leave).length;
  if (marked + unmarked === 0) return [];
  return [
    {
      pointer: '/choose',
      code: 'choiceNotShown',
      message: 'Du har ändrat vilka rapporter som behålls.',
      fix: 'Tryck på ”Uppdatera urvalet” och läs igenom innan du intygar.',
    },
  ];
}
