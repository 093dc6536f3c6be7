import { PageBody } from '#components/frame/page-body.tsx';
import { QueueView } from '#components/review/queue-view.tsx';
import type { QueuedReport } from '#lib/domain/review/review-queue.ts';
import { reviewQueueInput } from '#lib/schemas/review.ts';
import { ore } from '#lib/shared/money.ts';
import { month } from '#lib/shared/month.ts';
import { BenchStaffFrame } from './bench-staff-frame.tsx';
import { dayOf, idOf, madeUp, nameOf, officeOf, pick, providerOf, TODAY } from './made-up.ts';

const REPORTS = madeUp(
  (index): QueuedReport => ({
    id: idOf(index),
    version: 1,
    month: month('2026-10'),
    participantId: idOf(index + 1000),
    participantName: nameOf(index),
    level: pick(['A', 'B', 'C'], index),
    providerName: providerOf(index),
    officeName: officeOf(index),
    submittedOn: dayOf(index),
    decideBy: TODAY,
    amountOre: ore(149_500 + index * 100),
    risk: 0,
    holds: 0,
    takenByPersonId: null,
    takenByName: null,
  }),
);
const FILTER = reviewQueueInput.parse({});
const AREAS = ['Blekinge', 'Umeå', 'Västerås'];

export function ReviewList({ rows }: { readonly rows: number }) {
  const queue = {
    reports: REPORTS.slice(0, rows),
    total: 2000,
    overdue: 0,
    mine: 0,
    amountOre: ore(299_000_000),
    page: 1,
    pageSize: rows,
    areas: AREAS,
  };
  return (
    <BenchStaffFrame organisation="Arbetsförmedlingen" nav={['Kö']}>
      <PageBody>
        <QueueView queue={queue} filter={FILTER} today={TODAY} personId={idOf(0)} />
      </PageBody>
    </BenchStaffFrame>
  );
}
