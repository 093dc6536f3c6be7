import { ClientMessages } from '#components/frame/client-messages.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import { QueueView } from '#components/review/queue-view.tsx';
import type { QueuedCase, ReviewQueue } from '#lib/domain/review/review-queue.ts';
import { WHOLE_QUEUE } from '#lib/schemas/review-bench.ts';
import { ore } from '#lib/shared/money.ts';
import { month } from '#lib/shared/month.ts';
import { BenchStaffFrame } from './bench-staff-frame.tsx';
import { idOf, madeUp, nameOf, officeOf, pick, providerOf, TODAY } from './made-up.ts';

const AREAS = ['Blekinge', 'Umeå', 'Västerås'] as const;

const CASES = madeUp(
  (index): QueuedCase => ({
    kind: 'periodicReport',
    id: idOf(index),
    version: 1,
    month: month('2026-10'),
    outcome: null,
    participantId: idOf(index + 1000),
    participantName: nameOf(index),
    level: pick(['A', 'B', 'C'], index),
    providerName: providerOf(index),
    officeName: officeOf(index),
    area: pick(AREAS, index),
    dueOn: TODAY,
    amountOre: ore(149_500 + index * 100),
    risk: 0,
    holds: 0,
    route: 'person',
    reason: 'sample',
    replyBy: null,
    reply: 'none',
    takenByPersonId: null,
    takenByName: null,
    takenAt: null,
  }),
);

export function ReviewList({ rows }: { readonly rows: number }) {
  const queue: ReviewQueue = {
    cases: CASES.slice(0, rows),
    total: 2000,
    amountOre: ore(299_000_000),
    counts: {
      all: 2000,
      free: 2000,
      mine: 0,
      holds: 0,
      overdue: 0,
      sample: 0,
      periodicReport: 2000,
      correction: 0,
      finalReport: 0,
      outcome: 0,
    },
    page: 1,
    pageSize: rows,
    areas: AREAS,
    ownAreas: [],
    providers: [{ id: idOf(0), name: providerOf(0) }],
  };
  return (
    <BenchStaffFrame organisation="Arbetsförmedlingen" nav={['Kö']}>
      <ClientMessages features={['review-bench']}>
        <PageBody>
          <QueueView queue={queue} filter={WHOLE_QUEUE} today={TODAY} personId={idOf(0)} />
        </PageBody>
      </ClientMessages>
    </BenchStaffFrame>
  );
}
