import { useLocale, useTranslations } from 'next-intl';
import { DateText } from '#components/ui/date-text.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { CardPeriod, ParticipantCard } from '#lib/domain/placement/participant-card.ts';
import { languagesInWords } from '#lib/shared/i18n/language-name.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** The service as it was decided. Nothing here tells who the participant is beyond the name. */
export function CardFacts({ card }: { readonly card: ParticipantCard }) {
  const t = useTranslations('participants.facts');
  const locale = useLocale();
  return (
    <Card title={t('title')}>
      <DescriptionList
        facts={[
          { term: t('level'), detail: t('levelIs', { level: card.level }) },
          { term: t('office'), detail: card.officeName },
          { term: t('agreement'), detail: t('agreementIs', { name: card.agreementName, ka: card.kaNumber }) },
          { term: t('choice'), detail: t(`choiceIs.${card.choice}`) },
          {
            term: t('language'),
            detail: (
              <>
                {languagesInWords([card.language], locale)}
                {card.needsLanguageSupport && (
                  <span className="block text-xs font-normal text-ink-2">{t('needsSupport')}</span>
                )}
              </>
            ),
          },
          ...card.periods.map((period) => ({
            term: t('period', { number: period.number }),
            detail: <Period period={period} />,
          })),
        ]}
      />
    </Card>
  );
}

function Period({ period }: { readonly period: CardPeriod }) {
  const t = useTranslations('participants.facts');
  return (
    <>
      <DateText date={period.from} />–<DateText date={addDays(period.to, -1)} />
      <span className="block text-xs font-normal text-ink-2">
        {t('reference', { reference: period.implementationReference })}
      </span>
    </>
  );
}
