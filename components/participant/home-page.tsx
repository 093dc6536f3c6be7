import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { HomeLinks } from '#components/participant/home-links.tsx';
import { WhatComesNext } from '#components/participant/what-comes-next.tsx';
import { WhoHelps } from '#components/participant/who-helps.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { OwnSituation } from '#lib/domain/participant/own-situation.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { isolated } from '#lib/shared/i18n/isolated.ts';

export interface HomePageProps {
  name: string;
  situation: OwnSituation;
  today: PlainDate;
  planDays: number;
  /** What can be done now, beside choosing. */
  tasks: ReactNode;
  /** By when to choose, where something is to be chosen. */
  deadline: ReactNode;
  /** What has been decided of the time in the service. */
  decisions: ReactNode;
  /** The switch that is on its way, where there is one. */
  pendingSwitch: ReactNode;
}

/** What needs doing first; then who helps, and what comes next. */
export function HomePage(props: HomePageProps) {
  const { name, situation, today, planDays, tasks, deadline, pendingSwitch, decisions } = props;
  const t = useTranslations('participant.home');
  const { toChoose, placements, hasHistory } = situation;
  const [first] = placements;
  const lead = leadOf(situation);
  return (
    <>
      <PageHeading title={t('title', { name: isolated(name, useLocale()) })} lead={t(lead)} />
      <div className="grid gap-5">
        {deadline}
        {pendingSwitch}
        {tasks}
        {placements.map((placement) => (
          <WhoHelps
            key={placement.id}
            placement={placement}
            today={today}
            canSwitch={situation.pendingSwitch === null && placement.end === null}
          />
        ))}
        {first !== undefined && <WhatComesNext placement={first} today={today} planDays={planDays} />}
        {decisions}
        {first === undefined && toChoose === null && !hasHistory && (
          <EmptyState>{t('noDecision')}</EmptyState>
        )}
      </div>
      {hasHistory && <HomeLinks />}
    </>
  );
}

function leadOf({ toChoose, placements, hasHistory }: OwnSituation) {
  const overlaps = toChoose !== null && toChoose.helpedUntil !== null;
  if (toChoose?.nobody === true && !overlaps) return 'leadNothing';
  if (toChoose !== null && !overlaps) return 'leadChoose';
  if (placements.length > 0) return 'leadHelped';
  return hasHistory ? 'over' : 'leadNothing';
}
