import { PlacementListView } from '#components/admin/placement-list-view.tsx';
import { PageBody } from '#components/frame/page-body.tsx';
import type { ListedPlacement } from '#lib/domain/admin/placement-list.ts';
import { placementListInput } from '#lib/schemas/admin.ts';
import { addDays } from '#lib/shared/plain-date.ts';
import { BenchStaffFrame } from './bench-staff-frame.tsx';
import { dayOf, idOf, madeUp, nameOf, officeOf, pick, placeOf, providerOf, referenceOf } from './made-up.ts';

const PLACEMENTS = madeUp(
  (index): ListedPlacement => ({
    placementId: idOf(index),
    participantId: idOf(index + 1000),
    name: nameOf(index),
    implementationReference: referenceOf(index),
    level: pick(['A', 'B', 'C'], index),
    providerName: providerOf(index),
    officeName: officeOf(index),
    deliveryArea: placeOf(index),
    from: dayOf(index),
    to: addDays(dayOf(index), 180),
  }),
);
const FILTER = placementListInput.parse({});
const AREAS = ['Blekinge', 'Umeå', 'Västerås'];

export function PlacementList({ rows }: { readonly rows: number }) {
  const list = { placements: PLACEMENTS.slice(0, rows), total: 5000, page: 1, pageSize: rows, areas: AREAS };
  return (
    <BenchStaffFrame organisation="Arbetsförmedlingen" nav={['Att göra', 'Placeringar']}>
      <PageBody>
        <PlacementListView list={list} filter={FILTER} />
      </PageBody>
    </BenchStaffFrame>
  );
}
