import { useLocale, useTranslations } from 'next-intl';
import { ActionBar } from '#components/ui/action-bar.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import type { MonthOverview } from '#lib/domain/report/month-overview.ts';
import type { MonthOverviewInput } from '#lib/schemas/report.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { firstDay, monthOf, nextMonth } from '#lib/shared/month.ts';

type Props = {
  readonly overview: MonthOverview;
  readonly filter: MonthOverviewInput;
  readonly may: { readonly attest: boolean; readonly seeMoney: boolean };
};

/** What can be attested now, and the way there. */
export function MonthBar({ overview, filter, may }: Props) {
  const t = useTranslations('reporting.bar');
  const tUpload = useTranslations('upload');
  const locale = useLocale();
  const { month, today, sums, counts, dueOn } = overview;
  const sent = counts.submitted + counts.inReview + counts.approved + counts.rejected;
  const left = sums.participants - sums.sendable - sent;
  const office = filter.office === '' ? '' : `?office=${filter.office}`;
  const opens = dateInWords(firstDay(nextMonth(month)), locale, 'weekday');
  return (
    <ActionBar
      actions={
        <>
          <LinkAction href={`/provider/months/${month}/upload`} look="plain" icon="upload">
            {tUpload('link')}
          </LinkAction>
          <PrintButton>{t('print')}</PrintButton>
          {may.attest && sums.sendable > 0 && (
            <LinkAction href={`/provider/months/${month}/attest${office}`} look="go" big>
              {t('attest')}
            </LinkAction>
          )}
        </>
      }
    >
      {(filter.q !== '' || filter.mine !== '') && <small className="block text-ink-2">{t('filtered')}</small>}
      <b>{t('now', { count: sums.sendable, participants: sums.participants })}</b>
      {may.seeMoney && sums.sendable > 0 && (
        <>
          {', '}
          <Amount value={sums.sendableOre} /> <Example />
        </>
      )}
      <small className="block text-ink-2">
        {sums.sendable === 0 && monthOf(today) === month && t('opens', { day: opens })}{' '}
        {left > 0 && dueOn >= today && t('left', { count: left, day: dateInWords(dueOn, locale, 'weekday') })}{' '}
        {!may.attest && sums.sendable > 0 && t('signatory')}
      </small>
    </ActionBar>
  );
}
