import type { ReportStatus } from '#lib/domain/review/decide-report.ts';
import { momentInWords } from '#lib/domain/review/case.ts';
import { conflict, type FieldProblem, type Problem } from '#lib/shared/problem.ts';

/** Something that happened to a report: what, by whom (null where no person did it) and when (an instant, ISO). */
export type ReportChange = {
  readonly what:
    | 'taken'
    | 'approve'
    | 'return'
    | 'proposeReject'
    | 'reject'
    | 'reopened'
    | 'replied'
    | 'found'
    | 'replaced';
  readonly by: string | null;
  readonly at: string | null;
};

const STATUS: Readonly<Record<ReportStatus, string>> = {
  submitted: 'Rapporten väntar på granskning.',
  inReview: 'Rapporten granskas.',
  approved: 'Rapporten är godkänd.',
  returned: 'Rapporten är återlämnad för komplettering.',
  rejected: 'Rapporten är avslagen.',
  superseded: 'Rapporten är ersatt av en ny version.',
  withdrawn: 'Leverantören har tagit tillbaka rapporten.',
};

function sentenceOf({ what, by, at }: ReportChange): string {
  const who = by ?? 'Reglerna';
  const when = at === null ? '' : ` ${momentInWords(at)}`;
  switch (what) {
    case 'taken':
      return `${who} tog rapporten${when}.`;
    case 'approve':
      return `${who} godkände rapporten${when}.`;
    case 'return':
      return `${who} lämnade tillbaka rapporten för komplettering${when}.`;
    case 'proposeReject':
      return `${who} föreslog avslag${when}.`;
    case 'reject':
      return by === null ? `Avslaget blev slutligt${when}.` : `${who} avslog rapporten${when}.`;
    case 'reopened':
      return `Rapporten togs upp på nytt${by === null ? '' : ` av ${by}`}${when}.`;
    case 'replied':
      return `Leverantören svarade på det föreslagna avslaget${when}.`;
    case 'found':
      return `Kontrollerna hittade något nytt${when}.`;
    case 'replaced':
      return `Leverantören skickade en ny version${when}.`;
  }
}

/**
 * A decision about a report that is no longer as it was seen (409): how it stands now and the latest that happened to it, newest first.
 * Nothing of the decision was carried out.
 */
export function reportHasChanged(status: ReportStatus, changes: readonly ReportChange[]): Problem {
  return hasChanged(
    { code: status, message: STATUS[status] },
    changes.map((change) => ({ code: change.what, message: sentenceOf(change) })),
  );
}

type Said = Pick<FieldProblem, 'code' | 'message'>;

/** The same of any case: how it stands, and what has happened to it. */
export function hasChanged(stands: Said, changes: readonly Said[]): Problem {
  return conflict([
    {
      pointer: '',
      code: `status.${stands.code}`,
      message: `${stands.message} Ditt beslut är inte sparat.`,
      fix: 'Läs vad som har hänt och besluta på nytt om det fortfarande behövs.',
    },
    ...changes.map(({ code, message }) => ({ pointer: '', code: `changed.${code}`, message })),
  ]);
}
