import { PageBody } from '#components/frame/page-body.tsx';
import { ParticipantListView } from '#components/participants/participant-list-view.tsx';
import type { PlacedParticipant } from '#lib/domain/placement/placed-participant.ts';
import { participantListInput } from '#lib/schemas/participant-list.ts';
import { BenchStaffFrame } from './bench-staff-frame.tsx';
import { dayOf, idOf, madeUp, nameOf, officeOf, pick, referenceOf, TODAY } from './made-up.ts';

const PARTICIPANTS = madeUp(
  (index): PlacedParticipant => ({
    placementId: idOf(index),
    participantId: idOf(index + 1000),
    version: 1,
    name: nameOf(index),
    implementationReference: referenceOf(index),
    level: pick(['A', 'B', 'C'], index),
    officeName: officeOf(index),
    coachName: index % 2 === 0 ? nameOf(index + 3) : null,
    coveringName: null,
    coveredTo: null,
    from: dayOf(index),
    to: TODAY,
    periodNumber: 1,
    planNumber: 1,
  }),
);
const FILTER = participantListInput.parse({});
const COUNTS = {
  current: 900,
  mine: 0,
  withoutCoach: 450,
  withoutPlan: 20,
  planRedo: 40,
  coming: 30,
  ended: 1100,
};
const OFFICES = madeUp((index) => ({ id: idOf(index), name: officeOf(index) })).slice(0, 3);

export function ParticipantList({ rows }: { readonly rows: number }) {
  const list = {
    participants: PARTICIPANTS.slice(0, rows),
    total: COUNTS.current,
    counts: COUNTS,
    page: 1,
    pageSize: rows,
    planDays: 5,
    offices: OFFICES,
  };
  return (
    <BenchStaffFrame organisation="Tallmo Arbetsliv AB" nav={['Att göra', 'Deltagare', 'Ersättning']}>
      <PageBody>
        <ParticipantListView list={list} filter={FILTER} today={TODAY} isCoach={false} mayAssign={false} />
      </PageBody>
    </BenchStaffFrame>
  );
}
