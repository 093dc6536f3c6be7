import { useTranslations } from 'next-intl';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ParticipantCard } from '#lib/domain/placement/participant-card.ts';
import { daysBetween, type PlainDate } from '#lib/shared/plain-date.ts';

type Props = { readonly card: ParticipantCard; readonly today: PlainDate };

/** The day of the period and how many are left; while the service goes on with the way to the contract's requirements. */
export function CardClock({ card, today }: Props) {
  const quality = useTranslations('quality.one');
  const goesOn = card.from <= today && card.to > today;
  return (
    <>
      <Words card={card} today={today} />
      {goesOn && (
        <span className="no-print mt-1 block text-base">
          <TextLink
            href={`/provider/quality/participants/${card.placementId}`}
            className="inline-block min-h-6"
          >
            {quality('link')}
          </TextLink>
        </span>
      )}
    </>
  );
}

function Words({ card, today }: Props) {
  const t = useTranslations('participants.card');
  const { level, from, to, periods, endReason } = card;
  const period = periods.findLast((each) => each.from <= today);
  if (to <= today) return t('clockEnded', { level, reason: endReason ?? 'none' });
  if (from > today || period === undefined) return t('clockComing', { level });
  const last = period.to < to ? period.to : to;
  return t('clock', {
    level,
    number: period.number,
    day: daysBetween(period.from, today) + 1,
    days: daysBetween(period.from, period.to),
    left: daysBetween(today, last),
  });
}
