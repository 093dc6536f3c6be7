'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useTotals, useSaving } from '#components/month-grid/use-store.ts';
import { ActionBar } from '#components/ui/action-bar.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import type { MonthGrid } from '#lib/domain/month-grid/month-grid.ts';
import type { MonthGridInput } from '#lib/schemas/report.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { firstDay, monthOf, nextMonth } from '#lib/shared/month.ts';

type Props = {
  readonly grid: Pick<MonthGrid, 'month' | 'today' | 'dueOn' | 'counts'>;
  readonly filter: Pick<MonthGridInput, 'q' | 'office' | 'mine'>;
  readonly may: { readonly attest: boolean; readonly seeMoney: boolean };
};

/** What can be attested now, as it stands while somebody types, and the way there. */
export function MonthBar({ grid, filter, may }: Props) {
  const t = useTranslations('reporting.bar');
  const tUpload = useTranslations('upload');
  const tGrid = useTranslations('month-grid.bar');
  const locale = useLocale();
  const totals = useTotals();
  const saving = useSaving();
  const isUnsaved = saving.kind !== 'idle' && saving.kind !== 'saved';
  const { month, today, counts, dueOn } = grid;
  const sent = counts.submitted + counts.inReview + counts.approved + counts.rejected;
  const left = totals.participants - totals.sendable - sent;
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
          {may.attest && totals.sendable > 0 && (
            <LinkAction href={`/provider/months/${month}/attest${office}`} look="go" big>
              {t('attest')}
            </LinkAction>
          )}
        </>
      }
    >
      {(filter.q !== '' || filter.mine !== '') && <small className="block text-ink-2">{t('filtered')}</small>}
      <b>{t('now', { count: totals.sendable, participants: totals.participants })}</b>
      {may.seeMoney && totals.sendable > 0 && (
        <>
          {', '}
          <Amount value={totals.sendableOre} /> <Example />
        </>
      )}
      <small className="block text-ink-2">
        {totals.sendable === 0 && monthOf(today) === month && t('opens', { day: opens })}{' '}
        {left > 0 && dueOn >= today && t('left', { count: left, day: dateInWords(dueOn, locale, 'weekday') })}{' '}
        {!may.attest && totals.sendable > 0 && t('signatory')} {isUnsaved && tGrid('unsaved')}
      </small>
    </ActionBar>
  );
}
