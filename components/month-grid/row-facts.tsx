import { useLocale, useTranslations } from 'next-intl';
import { memo } from 'react';
import { Amount } from '#components/ui/amount.tsx';
import { Meter } from '#components/ui/meter.tsx';
import { Cell } from '#components/ui/table.tsx';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type SupportProps = { readonly minutes: number; readonly least: number };

/** Support against the least there should be. */
export const SupportCell = memo(function SupportCell({ minutes, least }: SupportProps) {
  const t = useTranslations('reporting.table');
  const words = { support: hoursAsClock(minutes), least: hoursAsClock(least) };
  return (
    <Cell numeric label={t('support')} className="grid-support">
      <b className="font-medium">{minutes === 0 ? '–' : words.support}</b>{' '}
      <span className="text-xs text-ink-3">{t('least', { least: words.least })}</span>
      <Meter
        value={minutes}
        most={Math.max(2 * least, minutes)}
        least={least}
        words={t('supportWords', words)}
        className="w-28 print:hidden md:ms-auto"
      />
    </Cell>
  );
});

/** Share of the support on site, in per mille; null where there is no support. */
export const OnSiteCell = memo(function OnSiteCell({ permille }: { readonly permille: number | null }) {
  const t = useTranslations('reporting.table');
  return (
    <Cell numeric label={t('onSite')}>
      {permille === null ? '–' : t('share', { share: Math.floor(permille / 10) })}
    </Cell>
  );
});

type PayProps = { readonly amount: Ore; readonly payDay: PlainDate | null };

/** What the month gives, and when at the earliest. */
export const PayCell = memo(function PayCell({ amount, payDay }: PayProps) {
  const t = useTranslations('reporting.table');
  const locale = useLocale();
  return (
    <Cell numeric label={t('amount')} className="grid-pay">
      <Amount value={amount} bare />
      {payDay !== null && <small>{dateInWords(payDay, locale, 'short')}</small>}
    </Cell>
  );
});
