import { CompareView } from '#components/choice/compare-view.tsx';
import { NothingToChoose } from '#components/choice/nothing-to-choose.tsx';
import { OfficePage } from '#components/choice/office-page.tsx';
import type { ChoosingFor } from '#lib/domain/choice/choice-ground.ts';
import { compareQuery } from '#lib/schemas/choice.ts';
import { compareOffices } from '#lib/server/choice/compare-offices.ts';
import { showOffice } from '#lib/server/choice/show-office.ts';
import { type Door, loadFrom, placeOf, type Search } from './door.ts';

/** One provider's own page. */
export async function OfficeFrom(props: { door: Door; choosingFor: ChoosingFor; officeId: string }) {
  const { door, choosingFor, officeId } = props;
  const view = await loadFrom(door, showOffice, { officeId, choosingFor });
  const { ground, office, others } = view;
  if (office === null) return <NothingToChoose base={door.base} situation={ground.situation} />;
  return <OfficePage office={office} others={others} place={placeOf(door, choosingFor)} />;
}

/** Up to three side by side. */
export async function CompareFrom(props: { door: Door; choosingFor: ChoosingFor; search: Search }) {
  const { door, choosingFor, search } = props;
  const { officeIds, tooMany } = compareQuery.parse(await search);
  const { offices } = await loadFrom(door, compareOffices, { officeIds, choosingFor });
  return <CompareView providers={offices} tooMany={tooMany} place={placeOf(door, choosingFor)} />;
}
