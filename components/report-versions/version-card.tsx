import { useLocale, useTranslations } from 'next-intl';
import { ContentTable } from '#components/report-versions/content-table.tsx';
import { DifferenceTable } from '#components/report-versions/difference-table.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { saysTheSame } from '#lib/domain/report/content-difference.ts';
import type { ReportVersion } from '#lib/domain/report/report-history.ts';
import { clockInWords, dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { Locale } from '#lib/shared/i18n/locale.ts';
import type { Month } from '#lib/shared/month.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly month: Month;
  readonly version: ReportVersion;
  readonly before: ReportVersion | null;
  readonly counts: boolean;
};

/** One version: when and by whom, what became of it, and what it changed from the one before. */
export function VersionCard({ month, version, before, counts }: Props) {
  const t = useTranslations('attest.versions');
  const status = useTranslations('review.report.status');
  const locale = useLocale();
  const { number, submittedAt, submittedByName, decision, reason, content, attestationId } = version;
  const at = when(submittedAt, locale);
  const same = before !== null && saysTheSame(before.content, content);
  return (
    <li>
      <Sheet className="p-5 max-md:px-4">
        <article aria-labelledby={`version-${number}`}>
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <h2 id={`version-${number}`} className="text-lg">
              {t('version', { number })}
            </h2>
            <Status tone={counts ? 'ok' : 'none'}>
              {counts && `${t('current')}. `}
              {status(version.status)}
            </Status>
          </div>
          <p className="text-sm text-ink-2">
            {submittedByName === null ? t('sentBySystem', { at }) : t('sent', { at, name: submittedByName })}
            {attestationId !== null && (
              <>
                {' · '}
                <TextLink href={`/provider/months/${month}/receipt/${attestationId}`}>
                  {t('receipt')}
                </TextLink>
              </>
            )}
          </p>
          {decision !== null && (
            <p className="mt-2">
              <b>
                {t(`decision.${decision.decision}`, {
                  at: when(decision.decidedAt, locale),
                })}
              </b>
              {decision.reason !== null && <span className="block">{decision.reason}</span>}
            </p>
          )}
          {reason !== null && (
            <p className="mt-2">
              <b>{t('reason')}:</b> {reason}
            </p>
          )}
          <div className="mt-3">
            {before === null ? (
              <ContentTable content={content} />
            ) : same ? (
              <p>{t('same', { number: before.number })}</p>
            ) : (
              <>
                <h3 className="mb-1 text-base">{t('differs', { number: before.number })}</h3>
                <DifferenceTable before={before.content} after={content} />
              </>
            )}
            {before !== null && (
              <DisclosureMore summary={t('content')} className="mt-2">
                <ContentTable content={content} />
              </DisclosureMore>
            )}
          </div>
        </article>
      </Sheet>
    </li>
  );
}

function when(instant: string, locale: Locale): string {
  const at = new Date(instant);
  return `${dateInWords(plainDateFromDate(at), locale)} ${clockInWords(at, locale)}`;
}
