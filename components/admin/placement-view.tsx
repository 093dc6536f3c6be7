import { useLocale, useTranslations } from 'next-intl';
import { PlacementFacts } from '#components/admin/placement-facts.tsx';
import { PlacementPeriods } from '#components/admin/placement-periods.tsx';
import { PlacementReports } from '#components/admin/placement-reports.tsx';
import { PlacementSwitches } from '#components/admin/placement-switches.tsx';
import { ReasoningView } from '#components/admin/reasoning-view.tsx';
import { PlacementDecisions } from '#components/placement-decision/placement-decisions.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ShownPlacement } from '#lib/domain/admin/shown-placement.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** What a caseworker has just decided, as it stands in the address. */
export const PLACEMENT_DONE = ['ended', 'takenBack', 'extended', 'declined'] as const;

type Props = {
  readonly placement: ShownPlacement;
  readonly today: PlainDate;
  readonly done: (typeof PLACEMENT_DONE)[number] | null;
};

/** One placement, to read: who, where, until when, and how it came about. */
export function PlacementView({ placement, today, done }: Props) {
  const t = useTranslations('admin');
  const assigned = useTranslations('assignment.reasoning');
  const outcome = useTranslations('outcome.link');
  const said = useTranslations('interruption-request.done');
  const wanted = useTranslations('signal.wanted');
  const help = useTranslations('assisted.link');
  const stands = useStanding(placement, today);
  const heading = t('placement.heading', { name: placement.name, provider: placement.providerName });
  return (
    <>
      <Breadcrumbs above={[{ href: '/admin/placements', words: t('nav.placements') }]} here={heading} />
      <PageHeading title={heading} />
      {done !== null && (
        <Notice tone="ok" className="mb-6 max-w-[880px]">
          {said(done)}
        </Notice>
      )}
      <DescriptionList
        layout="line"
        facts={[
          { term: t('placement.stands'), detail: stands },
          { term: t('placement.level'), detail: placement.level },
          { term: t('placement.coach'), detail: placement.coachName ?? t('placement.noCoach') },
        ]}
      />
      <PageSection title={t('placement.about')}>
        <PlacementFacts placement={placement} />
      </PageSection>
      {placement.reasoning !== null && (
        <PageSection title={assigned('section')} note={assigned('sectionNote')}>
          <ReasoningView reasoning={placement.reasoning} />
        </PageSection>
      )}
      <PageSection title={t('placement.periods')} note={t('placement.periodsNote')}>
        <PlacementPeriods periods={placement.periods} />
      </PageSection>
      <PlacementDecisions placement={placement} today={today} />
      <PageSection title={t('placement.switches')} note={t('placement.switchesNote')}>
        <PlacementSwitches placement={placement} />
      </PageSection>
      <PageSection title={help('title')} note={help('note')}>
        <TextLink href={`/admin/participants/${placement.participantId}`}>{help('open')}</TextLink>
      </PageSection>
      <PageSection title={outcome('title')} note={outcome('note')}>
        <TextLink href={`/admin/placements/${placement.placementId}/outcome`}>{outcome('open')}</TextLink>
      </PageSection>
      <PageSection title={wanted('title')} note={wanted('lead')}>
        <TextLink href={`/admin/placements/${placement.placementId}/wanted-extent`}>
          {wanted('open')}
        </TextLink>
      </PageSection>
      <PageSection title={t('placement.reports')} note={t('placement.reportsNote')}>
        <PlacementReports reports={placement.reports} />
      </PageSection>
    </>
  );
}

function useStanding({ from, to, end, cancelled }: ShownPlacement, today: PlainDate): string {
  const t = useTranslations('admin.placement.state');
  const locale = useLocale();
  const until = end ?? to;
  if (cancelled) return t('cancelled');
  if (from > today) return t('coming', { date: formatDate(from, locale) });
  if (end === null && until <= today) return t('completed', { date: formatDate(addDays(until, -1), locale) });
  return t(until > today ? 'current' : 'ended', { date: formatDate(addDays(until, -1), locale) });
}
