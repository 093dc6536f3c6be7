import { useLocale, useTranslations } from 'next-intl';
import { Term } from '#components/frame/term.tsx';
import { OwnWords } from '#components/participant/own-words.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { PhoneLink } from '#components/ui/phone-link.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { OwnPlacement } from '#lib/domain/participant/own-situation.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

export interface WhoHelpsProps {
  placement: OwnPlacement;
  today: PlainDate;
  /** Left out where no switch can begin: one is on its way. */
  canSwitch: boolean;
}

/** The provider, where it is, the coach, whom to call and for how long. */
export function WhoHelps({ placement, today, canSwitch }: WhoHelpsProps) {
  const t = useTranslations('participant.helps');
  const tChoice = useTranslations('choice.choose');
  const locale = useLocale();
  const {
    provider,
    street,
    place,
    coach,
    cover,
    phone,
    openingHours,
    from,
    to,
    end,
    hasPlan,
    assignedChoiceId,
  } = placement;
  const period = {
    from: dateInWords(from, locale),
    to: dateInWords(addDays(end ?? to, -1), locale),
  };
  const facts = [
    { term: t('address'), detail: <OwnWords>{`${street}, ${place}`}</OwnWords> },
    {
      term: t('coach'),
      shown: <Term word="coach">{t('coach')}</Term>,
      detail: (
        <>
          {coach === null ? t('noCoach') : <OwnWords>{coach}</OwnWords>}
          {cover !== null && (
            <span className="block font-normal">
              {t('cover', { name: cover.name, day: dateInWords(addDays(cover.to, -1), locale) })}
            </span>
          )}
        </>
      ),
    },
    ...(phone === null ? [] : [{ term: t('phone'), detail: <PhoneLink phone={phone} inRow /> }]),
    ...(openingHours === null ? [] : [{ term: t('open'), detail: <OwnWords>{openingHours}</OwnWords> }]),
    {
      term: t('period'),
      shown: <Term word="period">{t('period')}</Term>,
      detail: t('periodText', period),
    },
  ];
  return (
    <Card title={t(from > today ? 'comingTitle' : 'title')}>
      <p className="mb-3 text-xl font-bold tracking-[-0.015em]">
        <OwnWords>{provider}</OwnWords>
      </p>
      <DescriptionList facts={facts} />
      {assignedChoiceId !== null && (
        <TextLink
          href={`/participant/choose/done/${assignedChoiceId}`}
          className="mt-3 inline-flex min-h-(--target) items-center"
        >
          {tChoice('assignedWhy')}
        </TextLink>
      )}
      {(hasPlan || canSwitch) && (
        <div className="mt-5 flex flex-wrap gap-4">
          {hasPlan && (
            <LinkAction big href="/participant/plan">
              {t('plan')}
            </LinkAction>
          )}
          {canSwitch && (
            <LinkAction big icon="swap" href="/participant/switch">
              {t('switch')}
            </LinkAction>
          )}
        </div>
      )}
    </Card>
  );
}
