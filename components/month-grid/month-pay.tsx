import { useLocale, useTranslations } from 'next-intl';
import { Amount, Example } from '#components/ui/amount.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { MonthOverview } from '#lib/domain/report/month-overview.ts';
import { formatMonthName } from '#lib/shared/format-date.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { ore } from '#lib/shared/money.ts';

/** What the month gives, of what is sent, of what can be sent, and of what is left to do. */
export function MonthPay({ overview }: { readonly overview: Omit<MonthOverview, 'rows'> }) {
  const t = useTranslations('reporting.pay');
  const locale = useLocale();
  const { month, today, sums, counts, dueOn, decidedBy } = overview;
  const sent = counts.submitted + counts.inReview + counts.approved;
  const left = sums.participants - sums.sendable - sent - counts.rejected;
  const leftOre = ore(sums.possibleOre - sums.sendableOre - sums.sentOre);
  return (
    <Card title={t('title', { month: formatMonthName(month, locale) })}>
      <p>
        <Amount value={sums.possibleOre} size="big" /> <Example>{t('withoutVat')}</Example>
      </p>
      <DescriptionList
        layout="ends"
        className="mt-4 border-y border-line py-3"
        facts={[
          ...(sent > 0
            ? [{ term: t('sent', { count: sent }), detail: <Amount value={sums.sentOre} /> }]
            : []),
          ...(counts.rejected > 0
            ? [{ term: t('rejected', { count: counts.rejected }), detail: <Amount value={ore(0)} /> }]
            : []),
          { term: t('sendable', { count: sums.sendable }), detail: <Amount value={sums.sendableOre} /> },
          ...(left > 0 ? [{ term: t('left', { count: left }), detail: <Amount value={leftOre} /> }] : []),
        ]}
      />
      <p className="mt-3 text-ink-2">
        {sums.sendable + left > 0 &&
          t(today > dueOn ? 'whenLate' : 'when', {
            due: dateInWords(dueOn, locale, 'day'),
            decided: dateInWords(decidedBy, locale, 'day'),
          })}{' '}
        {t('approved')}
      </p>
    </Card>
  );
}
