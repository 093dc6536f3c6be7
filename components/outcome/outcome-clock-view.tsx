import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import { type Step, Timeline } from '#components/ui/timeline.tsx';
import { REASON_SV } from '#lib/domain/compensation/swedish.ts';
import type { OutcomeStanding } from '#lib/domain/outcome/outcome-page.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly clock: OutcomeStanding['clock'];
  /** Exclusive. */
  readonly verifiedThrough: PlainDate | null;
  readonly today: PlainDate;
};

/** The way from the first day to each milestone, and how far evidence reaches. */
export function OutcomeClockView({ clock, verifiedThrough, today }: Props) {
  const t = useTranslations('outcome');
  const locale = useLocale();
  if (clock === null) return null;
  if (typeof clock === 'string') return <Notice tone="warn">{REASON_SV[clock]}</Notice>;
  const reached = clock.milestones.filter(({ dueOn }) => dueOn <= today).length;
  const state = (index: number): Step['state'] =>
    index < reached ? 'done' : index === reached ? 'now' : 'later';
  return (
    <div className="grid gap-4">
      <Timeline
        label={t('standing.clock')}
        steps={[
          { title: t('standing.start'), detail: formatDate(clock.start, locale), state: 'done' },
          ...clock.milestones.map(({ months, dueOn }, index) => ({
            title: t('standing.milestone', { months }),
            detail: formatDate(dueOn, locale),
            state: state(index),
          })),
        ]}
      />
      {clock.countedFrom !== clock.start && (
        <p className="text-ink-2">
          {t('standing.countedFrom', { day: formatDate(clock.countedFrom, locale) })}
        </p>
      )}
      <p>
        {verifiedThrough === null ? (
          t('own.nothingVerified')
        ) : (
          <>
            {t('own.verified')} <b>{formatDate(addDays(verifiedThrough, -1), locale)}</b>
          </>
        )}
      </p>
    </div>
  );
}
