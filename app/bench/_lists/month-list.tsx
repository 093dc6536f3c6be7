import { PageBody } from '#components/frame/page-body.tsx';
import { MonthBar } from '#components/reporting/month-bar.tsx';
import { MonthView } from '#components/reporting/month-view.tsx';
import { countStates, sumMonths } from '#lib/domain/report/month-overview.ts';
import type { MonthRow } from '#lib/domain/report/month-row.ts';
import { minutesOf, onSitePermille, type ReportRow } from '#lib/domain/report/report-content.ts';
import { monthOverviewInput } from '#lib/schemas/report.ts';
import { ore } from '#lib/shared/money.ts';
import { month } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';
import { BenchStaffFrame } from './bench-staff-frame.tsx';
import { idOf, madeUp, nameOf, officeOf, pick, referenceOf, TODAY } from './made-up.ts';

const MONTH = month('2026-10');

const CONTENT: readonly ReportRow[] = [
  { activity: 'individualMeeting', form: 'onSite', minutes: 120 },
  { activity: 'ownWork', form: null, minutes: 600 },
  { activity: 'practicalSupport', form: 'onSite', minutes: 90 },
  { activity: 'employerContacts', form: 'phone', minutes: 45 },
  { activity: 'careerGuidance', form: 'video', minutes: 60 },
];

/** Half of them sent, half ready to be. */
function monthRow(index: number): MonthRow {
  const rows = CONTENT.map((row, at) => ({ ...row, minutes: row.minutes + 15 * ((index + at) % 4) }));
  const minutes = minutesOf(rows);
  const isSent = index % 2 === 0;
  return {
    placementId: idOf(index),
    participantId: idOf(index + 1000),
    participantName: nameOf(index),
    reference: referenceOf(index),
    officeId: idOf(1),
    officeName: officeOf(1),
    coachPersonId: idOf(2),
    coachName: nameOf(2),
    level: pick(['A', 'B', 'C'], index),
    from: plainDate('2026-06-01'),
    to: plainDate('2026-11-28'),
    state: isSent ? 'submitted' : 'ready',
    sendable: !isSent,
    source: isSent ? 'report' : 'log',
    draftVersion: 0,
    report: isSent ? { id: idOf(index), status: 'submitted', version: 1, submittedOn: TODAY } : null,
    content: { rows, languageSupport: null, jobSuggestions: 2, noActivityReason: null },
    planned: CONTENT.map(({ activity }) => activity),
    minutes,
    leastSupport: 266,
    onSitePermille: onSitePermille(minutes),
    remarks: [],
    amountOre: ore(149_500),
    possibleOre: ore(149_500),
  };
}

const ROWS = madeUp(monthRow);
const SUMS = sumMonths(ROWS);
const COUNTS = countStates(ROWS);
const FILTER = monthOverviewInput.parse({ month: MONTH });
const OFFICES = madeUp((index) => ({ id: idOf(index), name: officeOf(index) })).slice(0, 3);

export function MonthList({ rows }: { readonly rows: number }) {
  const overview = {
    month: MONTH,
    today: TODAY,
    dueOn: plainDate('2026-11-10'),
    decidedBy: plainDate('2026-11-24'),
    rows: ROWS.slice(0, rows),
    counts: COUNTS,
    sums: SUMS,
    total: 900,
    page: 1,
    pageSize: rows,
    offices: OFFICES,
  };
  const nav = ['Att göra', 'Deltagare', 'Månader', 'Ersättning'];
  return (
    <BenchStaffFrame organisation="Tallmo Arbetsliv AB" nav={nav}>
      <PageBody>
        <MonthView overview={overview} filter={FILTER} seesMoney />
      </PageBody>
      <MonthBar overview={overview} filter={FILTER} may={{ attest: true, seeMoney: true }} />
    </BenchStaffFrame>
  );
}
