import type { ReactNode } from 'react';
import { ConfirmSwitch, type ConsentWords } from '#components/choice/confirm-switch.tsx';
import { NothingToChoose } from '#components/choice/nothing-to-choose.tsx';
import { OfficePage } from '#components/choice/office-page.tsx';
import { showOffice } from '#lib/server/choice/show-office.ts';
import type { FormAttempt } from '#lib/server/http/form-attempt.ts';
import { newId } from '#lib/server/ids.ts';
import { type Door, loadFrom, placeOf } from './door.ts';
import { NoSwitchFrom } from './switch-list.tsx';

type Props = {
  door: Door;
  officeId: string;
  attempt: FormAttempt | null;
  /** Where the participant is asked by somebody else what may be shared. */
  consent?: ConsentWords | undefined;
  /** What who helps adds to the forms. */
  children?: ReactNode;
};

/** What a switch means, before it is made. A provider that has closed meanwhile, and a switch on its way, say so instead. */
export async function ConfirmSwitchFrom({ door, officeId, attempt, consent, children }: Props) {
  const view = await loadFrom(door, showOffice, { officeId, choosingFor: 'switch' as const });
  const { ground, office, others } = view;
  const place = placeOf(door, 'switch');
  if (ground.kind === 'noSwitch')
    return (
      <NoSwitchFrom door={door} ground={ground}>
        {children}
      </NoSwitchFrom>
    );
  if (ground.kind !== 'switch' || office === null)
    return <NothingToChoose base={door.base} situation={ground.situation} />;
  if (office.closedBecause !== null) return <OfficePage office={office} others={others} place={place} />;
  return (
    <ConfirmSwitch
      place={place}
      office={office}
      placement={ground.placement}
      period={ground.period}
      attempt={attempt}
      formKey={newId()}
      consent={consent}
    >
      {children}
    </ConfirmSwitch>
  );
}
