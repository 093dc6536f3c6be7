import { useTranslations } from 'next-intl';
import { useDurationWords } from '#components/participant/duration.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { RightsFigures } from '#lib/domain/participant/own-rights.ts';

/** What the participant can hold a provider to; the figures are those of the terms in force. */
export function RightsClaims({ figures }: { readonly figures: RightsFigures }) {
  const t = useTranslations('own-rights.claims');
  const time = useDurationWords();
  const { planDays, meetingDays, onSiteMeetingDays, premisesDaysPerWeek, premisesHoursPerDay } = figures;
  const { firstPeriod, secondPeriod } = figures.leastSupportMinutesPerWeek;
  const claims = [
    t('plan', { days: planDays }),
    ...(firstPeriod === secondPeriod
      ? [t('support', { time: time(firstPeriod) })]
      : [t('supportFirst', { time: time(firstPeriod) }), t('supportSecond', { time: time(secondPeriod) })]),
    t('meeting', { days: meetingDays }),
    t('onSite', { days: onSiteMeetingDays }),
    t('premises', { days: premisesDaysPerWeek, hours: premisesHoursPerDay }),
    t('coach', { count: figures.participantsPerCoach }),
    t('read'),
    t('respect'),
    t('switch', { days: figures.switchWorkdays }),
  ];
  return (
    <Card title={t('title')}>
      <ul className="grid max-w-measure list-disc gap-2 ps-6">
        {claims.map((claim) => (
          <li key={claim}>{claim}</li>
        ))}
      </ul>
      <p className="mt-4 max-w-measure text-ink-2">{t('notKept')}</p>
    </Card>
  );
}
