import { useTranslations } from 'next-intl';
import { IntervalBar } from '#components/insight/interval-bar.tsx';
import { MonthsFilter } from '#components/insight/months-filter.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { CHECK_CATALOGUE, settingOf } from '#lib/domain/insight/check-catalogue.ts';
import { type CheckPage, type CheckPrecision, LEAST_JUDGED } from '#lib/domain/insight/check-precision.ts';
import { shareWords } from '#lib/domain/insight/share-words.ts';
import { formatDate, formatMonth } from '#lib/shared/format-date.ts';

const PATH = '/review/checks';

/** How often each check was right, by those who decided; what it goes by today; and whether it does better than before. */
export function ChecksView({ page }: { readonly page: CheckPage }) {
  const t = useTranslations('review-insight.checks');
  const locale = useStaffLocale();
  const { from, to, checks, termsFrom, beforeFrom } = page;
  const months = { from: formatMonth(from, locale), to: formatMonth(to, locale) };
  const judged = checks.reduce((sum, check) => sum + check.judged, 0);
  const found = checks.reduce((sum, check) => sum + check.found, 0);
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead', { found, judged, ...months })} />
      <div className="flex flex-wrap items-end justify-between gap-4">
        <MonthsFilter action={PATH} from={from} to={to} />
        <div className="no-print flex flex-wrap gap-3">
          <LinkAction href={`/api/review/checks/csv?from=${from}&to=${to}`} look="plain" icon="download">
            {t('csv')}
          </LinkAction>
          <PrintButton>{t('print')}</PrintButton>
        </div>
      </div>
      <Sheet className="mt-6 px-6 py-4 max-md:px-4">
        <DataTable<CheckPrecision>
          caption={t('caption', months)}
          captionHidden
          rows={checks}
          rowKey={({ code }) => code}
          columns={[
            { key: 'check', head: t('check'), cell: (check) => <CheckName check={check} page={page} /> },
            { key: 'found', head: t('found'), numeric: true, cell: (check) => check.found },
            { key: 'judged', head: t('judged'), numeric: true, cell: (check) => check.judged },
            { key: 'upheld', head: t('upheld'), numeric: true, cell: (check) => check.upheld },
            { key: 'precision', head: t('precision'), cell: (check) => <Precision check={check} /> },
            { key: 'trend', head: t('trend'), cell: (check) => <TrendText check={check} /> },
          ]}
        />
      </Sheet>
      <div className="mt-6 grid max-w-measure gap-2 text-sm text-ink-2">
        <p>{t('definition', { least: LEAST_JUDGED })}</p>
        <p>
          {beforeFrom === null
            ? t('noBefore', { day: formatDate(termsFrom, locale) })
            : t('against', { day: formatDate(termsFrom, locale), before: formatDate(beforeFrom, locale) })}
        </p>
        <p>
          {t('readAt')} <InstantText instant={new Date(page.readAt)} />.
        </p>
      </div>
    </>
  );
}

/** The check's name, what it looks for, and the setting and weight it has had since when. */
function CheckName({ check, page }: { readonly check: CheckPrecision; readonly page: CheckPage }) {
  const t = useTranslations('review-insight.checks');
  const locale = useStaffLocale();
  const { name, finds, of } = CHECK_CATALOGUE[check.code];
  const setting = settingOf(check.code, page.terms, locale);
  const weight = check.weightPermille === null ? null : t('weight', { percent: check.weightPermille / 10 });
  const goesBy = [setting, weight].filter((one) => one !== null).join('; ');
  return (
    <>
      <b className="block">{name[locale]}</b>
      <span className="block font-normal">{finds[locale]}</span>
      <small className="block font-normal text-ink-3">
        {t(`severity.${check.severity}`)}, {t(`of.${of}`)}.{' '}
        {goesBy !== '' && t('since', { goesBy, day: formatDate(check.since, locale) })}
      </small>
    </>
  );
}

function Precision({ check: { precision, judged } }: { readonly check: CheckPrecision }) {
  const t = useTranslations('review-insight.checks');
  const locale = useStaffLocale();
  if (precision === null)
    return <span className="text-ink-2">{t(judged === 0 ? 'unjudged' : 'tooFew')}</span>;
  return (
    <>
      <span className="block whitespace-nowrap">{shareWords(precision, locale)}</span>
      <IntervalBar {...precision} />
    </>
  );
}

function TrendText({ check: { trend, shareBefore } }: { readonly check: CheckPrecision }) {
  const t = useTranslations('review-insight.checks');
  if (trend === null || shareBefore === null) return <span className="text-ink-2">{t('tooFew')}</span>;
  const tone = { better: 'ok', worse: 'warn', same: 'none' } as const;
  return (
    <>
      <Status tone={tone[trend]}>{t(`trends.${trend}`)}</Status>
      <small className="block text-ink-3">{t('was', { percent: Math.round(shareBefore * 100) })}</small>
    </>
  );
}
