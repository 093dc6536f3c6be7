import { ABSENCE_SV, OUTCOME_TYPE_SV } from '#lib/domain/compensation/swedish.ts';
import type { OutcomeFact, PlacementFacts, Spell } from '#lib/domain/compensation/types.ts';
import {
  END_REASON_SV,
  lastDaySv,
  OUTCOME_STATUS_SV,
  periodSv,
  STATUS_SV,
} from '#lib/domain/statement/fact-words-sv.ts';
import { formatDate, formatMonth } from '#lib/shared/format-date.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';

/** One fact of the input, in words. */
export type FactRow = { readonly term: string; readonly detail: string };

function spellSv({ from, to, extentPercent, employerOrgNo }: Spell): string {
  const until = to === null ? 'tills vidare' : `till ${lastDaySv(to)}`;
  const employer = employerOrgNo === null ? '' : `, arbetsgivare ${formatOrgNo(employerOrgNo)}`;
  return `${formatDate(from)} ${until}, ${extentPercent}\u00A0%${employer}`;
}

function outcomeRows(outcome: OutcomeFact): readonly FactRow[] {
  const { type, status, from, signalledOn, appliedOn, verifiedThrough, spells } = outcome;
  return [
    {
      term: 'Resultat',
      detail: `${OUTCOME_TYPE_SV[type]} från ${formatDate(from)}, ${OUTCOME_STATUS_SV[status]}`,
    },
    { term: 'Signalerat', detail: formatDate(signalledOn) },
    ...(appliedOn === null ? [] : [{ term: 'Ansökan', detail: formatDate(appliedOn) }]),
    {
      term: 'Styrkt till och med',
      detail: verifiedThrough === null ? 'inget underlag än' : lastDaySv(verifiedThrough),
    },
    { term: 'Omfattning', detail: spells.length === 0 ? 'ingen angiven' : spells.map(spellSv).join('; ') },
  ];
}

/** Everything that was put into the calculation of one placement, as rows to read (compensation model section 2). */
export function factRowsSv({
  placement,
  reports,
  absences,
  outcome,
  asOf,
}: PlacementFacts): readonly FactRow[] {
  const { level, periods, end, endReason } = placement;
  return [
    { term: 'Nivå', detail: level },
    ...periods.map((period) => ({ term: `Tjänsteperiod ${period.number}`, detail: periodSv(period) })),
    {
      term: 'Slut',
      detail:
        end === null || endReason === null
          ? 'pågår enligt planen'
          : `sista dag ${lastDaySv(end)}, ${END_REASON_SV[endReason]}`,
    },
    ...reports.map(({ month, status, submittedOn }) => ({
      term: `Rapport för ${formatMonth(month)}`,
      detail: `${STATUS_SV[status]}, kom in ${formatDate(submittedOn)}`,
    })),
    ...absences.map(({ date, reason }) => ({
      term: `Frånvaro ${formatDate(date)}`,
      detail: ABSENCE_SV[reason],
    })),
    ...(outcome === null ? [{ term: 'Resultat', detail: 'inget' }] : outcomeRows(outcome)),
    { term: 'Räknat till och med', detail: formatDate(asOf) },
  ];
}
