import type { ReactNode } from 'react';
import { ConfirmChoice } from '#components/choice/confirm-choice.tsx';
import { NothingToChoose } from '#components/choice/nothing-to-choose.tsx';
import { OfficePage } from '#components/choice/office-page.tsx';
import { showOffice } from '#lib/server/choice/show-office.ts';
import { newId } from '#lib/server/ids.ts';
import { type Door, loadFrom, placeOf } from './door.ts';

type Props = {
  door: Door;
  officeId: string;
  /** What who helps adds to the form. */
  children?: ReactNode;
};

/** What a choice means, before it is made. A provider that has closed meanwhile says so instead. */
export async function ConfirmChoiceFrom({ door, officeId, children }: Props) {
  const view = await loadFrom(door, showOffice, { officeId, choosingFor: 'choose' as const });
  const { ground, office, others } = view;
  const place = placeOf(door, 'choose');
  if (ground.kind !== 'choose' || office === null)
    return <NothingToChoose base={door.base} situation={ground.situation} />;
  if (office.closedBecause !== null) return <OfficePage office={office} others={others} place={place} />;
  const { toChoose, period } = ground;
  return (
    <ConfirmChoice place={place} office={office} toChoose={toChoose} period={period} formKey={newId()}>
      {children}
    </ConfirmChoice>
  );
}
