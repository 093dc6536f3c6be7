import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/sheet.tsx';
import { type Step, Timeline } from '#components/ui/timeline.tsx';
import type { OwnPlacement } from '#lib/domain/participant/own-situation.ts';
import { placementStep } from '#lib/domain/participant/placement-step.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

export interface WhatComesNextProps {
  placement: OwnPlacement;
  today: PlainDate;
  /** Days from the start within which there is a plan, by the terms. */
  planDays: number;
}

const ORDER = ['start', 'plan', 'work'] as const;

/** The way of a placement, with where it is now. */
export function WhatComesNext({ placement, today, planDays }: WhatComesNextProps) {
  const t = useTranslations('participant.next');
  const locale = useLocale();
  const now = ORDER.indexOf(placementStep(placement, today));
  const lastDay = addDays(placement.end ?? placement.to, -1);
  const details = {
    start: dateInWords(placement.from, locale, 'weekday'),
    plan: t('planDetail', { days: planDays }),
    work: t('workDetail'),
  };
  const steps: Step[] = ORDER.map((step, index) => ({
    title: t(step),
    detail: details[step],
    state: index < now ? 'done' : index === now ? 'now' : 'later',
  }));
  const second = placement.periods.find(
    ({ number, from }) => number === 2 && from > placement.from && from <= lastDay,
  );
  if (second !== undefined) {
    const begun = second.from <= today;
    const day = dateInWords(second.from, locale);
    // Days follow one another: a second period that has begun lies before the work that goes on in it.
    steps.splice(begun ? ORDER.length - 1 : ORDER.length, 0, {
      title: t(begun ? 'secondBegun' : 'second'),
      detail: begun ? day : t('secondDetail', { day }),
      state: begun ? 'done' : 'later',
    });
  }
  return (
    <Card title={t('title')}>
      <Timeline
        label={t('title')}
        steps={[...steps, { title: t('end'), detail: dateInWords(lastDay, locale), state: 'later' }]}
      />
      {placement.end === null && <p className="mt-4 text-ink-2">{t('endText')}</p>}
    </Card>
  );
}
