import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { findingWords } from '#lib/domain/report/check-words.ts';
import type { ReviewedReportPage } from '#lib/domain/review/reviewed-report.ts';

/** What the checks found, what must be seen first; nothing found is said too. */
export function FindingList({ report }: { readonly report: ReviewedReportPage }) {
  const t = useTranslations('review.report');
  const locale = useLocale();
  return (
    <section aria-labelledby="findings">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="findings" className="text-lg">
          {t('findings')}
        </h2>
        {report.risk > 0 && <span className="text-xs text-ink-2">{t('risk', { risk: report.risk })}</span>}
      </div>
      <Sheet>
        {report.findings.length === 0 ? (
          <p className="p-5">
            <Status tone="ok">{t('noFindings')}</Status>
          </p>
        ) : (
          <ul>
            {report.findings.map(({ code, severity, facts }) => (
              <li
                key={code}
                className="flex flex-wrap justify-between gap-x-6 gap-y-1 border-b border-line px-5 py-4 last:border-b-0"
              >
                <p className="flex max-w-measure gap-3">
                  <Icon name={severity === 'hold' ? 'paused' : 'warn'} className="mt-1 text-warn" />
                  {findingWords({ code, facts }, locale).message}
                </p>
                <span className="text-xs text-ink-2">
                  {severity === 'hold' ? t('mustBeSeen') : t('raisesRisk')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Sheet>
    </section>
  );
}
