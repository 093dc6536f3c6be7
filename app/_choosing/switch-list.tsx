import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { AskPanel } from '#components/choice/ask-panel.tsx';
import { ChoiceList } from '#components/choice/choice-list.tsx';
import { NoSwitch } from '#components/choice/no-switch.tsx';
import { NothingToChoose } from '#components/choice/nothing-to-choose.tsx';
import { PendingSwitchNotice } from '#components/choice/pending-switch.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { ChoiceGround } from '#lib/domain/choice/choice-ground.ts';
import { choiceFilterQuery } from '#lib/schemas/choice.ts';
import { listChoice } from '#lib/server/choice/list-choice.ts';
import { newId } from '#lib/server/ids.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { supportPhone } from '../participant/support-phone.ts';
import { type Door, loadFrom, placeOf, type Search } from './door.ts';
import { isolated } from '#lib/shared/i18n/isolated.ts';

type Props = {
  door: Door;
  search: Search;
  /** Whether there is a page of three questions behind this door. */
  hasHelp?: boolean;
  /** What who undoes a switch for somebody adds to the form. */
  children?: ReactNode;
};

/** The providers to switch to, as the participant would see them; a switch on its way with its undoing. */
export async function SwitchList({ door, search, hasHelp = false, children }: Props) {
  const query = choiceFilterQuery.parse(await search);
  const view = await loadFrom(door, listChoice, { ...query, choosingFor: 'switch' as const });
  const { ground, list } = view;
  if (ground.kind === 'noSwitch')
    return (
      <NoSwitchFrom door={door} ground={ground}>
        {children}
      </NoSwitchFrom>
    );
  if (ground.kind !== 'switch' || list === null)
    return <NothingToChoose base={door.base} situation={ground.situation} />;
  const [t, locale, phone] = await Promise.all([
    getTranslations('choice.switch'),
    getLocale(),
    supportPhone(),
  ]);
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')}>
        <p className="mt-4 max-w-measure">
          {t('now', { provider: isolated(ground.placement.provider, locale) })}
        </p>
        <p className="max-w-measure">
          {t('effective', { date: dateInWords(ground.period.from, locale, 'weekday') })}
        </p>
      </PageHeading>
      {hasHelp && list.open > 0 && (
        <div className="mb-16 max-w-measure max-md:mb-10">
          <AskPanel place={placeOf(door, 'switch')} />
        </div>
      )}
      <ChoiceList
        list={list}
        filter={query.filter}
        place={placeOf(door, 'switch')}
        homeKnown={ground.situation.home !== null}
        phone={phone}
      />
    </>
  );
}

type NoSwitchProps = {
  door: Door;
  ground: Extract<ChoiceGround, { kind: 'noSwitch' }>;
  children?: ReactNode;
};

/** Why nothing can be switched now, and the undoing of what is on its way. */
export async function NoSwitchFrom({ door, ground, children }: NoSwitchProps) {
  const pending = (
    <PendingSwitchNotice
      base={door.base}
      situation={ground.situation}
      formKey={newId()}
      back={`${door.base}/switch`}
    >
      {children}
    </PendingSwitchNotice>
  );
  return <NoSwitch ground={ground} pending={pending} phone={await supportPhone()} />;
}
