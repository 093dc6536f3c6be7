import type { OutcomeStatus } from '#lib/domain/outcome/outcome.ts';
import type { CorrectionStatus } from '#lib/domain/report/correct-report.ts';
import { momentInWords } from '#lib/domain/review/case.ts';
import { hasChanged } from '#lib/domain/review/report-changes.ts';
import type { Problem } from '#lib/shared/problem.ts';

/** Something that happened to a correction or an outcome: what, by whom (null where nobody is told) and when (an instant, ISO). */
export type CaseChange = {
  readonly what: 'taken' | 'approve' | 'return' | 'reject' | 'replaced';
  readonly by: string | null;
  readonly at: string;
};

const CORRECTION: Readonly<Record<CorrectionStatus, string>> = {
  draft: 'Rättelsen är inte inskickad.',
  discarded: 'Rättelsen är kastad.',
  submitted: 'Rättelsen väntar på granskning.',
  applied: 'Rättelsen gäller redan.',
  approved: 'Rättelsen är godkänd.',
  rejected: 'Rättelsen är avslagen.',
  withdrawn: 'Leverantören har tagit tillbaka rättelsen.',
};

const OUTCOME: Readonly<Record<OutcomeStatus, string>> = {
  submitted: 'Resultatet väntar på granskning.',
  approved: 'Resultatet är godkänt.',
  returned: 'Resultatet är återlämnat för komplettering.',
  rejected: 'Resultatet är avslaget.',
  superseded: 'Resultatet är ersatt av en ny version.',
  withdrawn: 'Resultatet är tillbakataget.',
};

function saidOf({ what, by, at }: CaseChange, it: 'rättelsen' | 'resultatet') {
  const [who, when] = [by ?? 'Någon', momentInWords(at)];
  const message = {
    taken: `${who} tog ${it} ${when}.`,
    approve: `${who} godkände ${it} ${when}.`,
    return: `${who} lämnade tillbaka ${it} för komplettering ${when}.`,
    reject: `${who} avslog ${it} ${when}.`,
    replaced: `Leverantören skickade en ny version ${when}.`,
  }[what];
  return { code: what, message };
}

/** A decision about a correction that is no longer as it was seen (409), as of a report. */
export function correctionHasChanged(status: CorrectionStatus, changes: readonly CaseChange[]): Problem {
  return hasChanged(
    { code: status, message: CORRECTION[status] },
    changes.map((change) => saidOf(change, 'rättelsen')),
  );
}

/** The same of an outcome. */
export function outcomeHasChanged(status: OutcomeStatus, changes: readonly CaseChange[]): Problem {
  return hasChanged(
    { code: status, message: OUTCOME[status] },
    changes.map((change) => saidOf(change, 'resultatet')),
  );
}
