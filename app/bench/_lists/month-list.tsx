import { ClientMessages } from '#components/frame/client-messages.tsx';
import { MonthGridPage } from '#components/month-grid/month-grid-page.tsx';
import { columnsInUse } from '#lib/domain/month-grid/columns.ts';
import type { GridRow, MonthGrid } from '#lib/domain/month-grid/month-grid.ts';
import { totalsOf } from '#lib/domain/month-grid/grid-totals.ts';
import { toTyped } from '#lib/domain/month-grid/typed-month.ts';
import { countStates, sumMonths } from '#lib/domain/report/month-overview.ts';
import type { MonthRow } from '#lib/domain/report/month-row.ts';
import { minutesOf, onSitePermille, type ReportRow } from '#lib/domain/report/report-content.ts';
import terms from '#lib/domain/terms/terms-example-1.json' with { type: 'json' };
import { TERMS_SINCE_STATEMENTS } from '#lib/domain/terms/terms.ts';
import { monthGridInput } from '#lib/schemas/report.ts';
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
    notAssessed: [],
    amountOre: ore(149_500),
    possibleOre: ore(149_500),
  };
}

function gridRow(row: MonthRow): GridRow {
  const { planned, report, from, to, content } = row;
  const typed = toTyped(content);
  return {
    row,
    facts: {
      month: MONTH,
      periods: [{ number: 1, from, to }],
      end: null,
      plannedActivities: planned,
      currentStatus: report?.status ?? null,
      otherActorMonths: [],
      busiestDay: null,
      firstSubmittedOn: null,
      absences: [],
      meetings: null,
      disputed: [],
      compared: null,
      reading: [],
    },
    isOpen: report === null,
    typed,
    seen: row.placementId,
    log: typed,
    payDay: plainDate('2026-12-25'),
  };
}

const ROWS = madeUp(monthRow);
const GRID_ROWS = ROWS.map(gridRow);
const FILTER = monthGridInput.parse({ month: MONTH });
/** What does not depend on how many rows are shown. */
const WHOLE = {
  month: MONTH,
  today: TODAY,
  terms: { ...TERMS_SINCE_STATEMENTS, ...terms },
  dueOn: plainDate('2026-11-10'),
  decidedBy: plainDate('2026-11-24'),
  counts: countStates(ROWS),
  sums: sumMonths(ROWS),
  order: ROWS.map(({ placementId }) => placementId),
  columns: columnsInUse(ROWS.map(({ planned, content }) => ({ planned, contents: [content], unread: [] }))),
  totals: totalsOf(ROWS),
  providerId: idOf(3),
  total: 900,
  page: 1,
  offices: madeUp((index) => ({ id: idOf(index), name: officeOf(index) })).slice(0, 3),
} satisfies Omit<MonthGrid, 'rows' | 'pageSize'>;

export function MonthList({ rows }: { readonly rows: number }) {
  const nav = ['Att göra', 'Deltagare', 'Månader', 'Ersättning'];
  return (
    <BenchStaffFrame organisation="Tallmo Arbetsliv AB" nav={nav}>
      <ClientMessages features={['reporting', 'month-grid', 'upload']}>
        <MonthGridPage
          grid={{ ...WHOLE, rows: GRID_ROWS.slice(0, rows), pageSize: rows }}
          filter={FILTER}
          may={{ attest: true, seeMoney: true }}
          personId={idOf(2)}
          formKey={idOf(0)}
          attempt={null}
          saved={null}
        />
      </ClientMessages>
    </BenchStaffFrame>
  );
}
