import { useTranslations } from 'next-intl';
import { DifferenceTable } from '#components/report-versions/difference-table.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ReviewedReportPage } from '#lib/domain/review/reviewed-report.ts';

/** Where the report is a correction: what it changed and why. Where one waits: the way to it. */
export function ReportCorrection({ report }: { readonly report: ReviewedReportPage }) {
  const t = useTranslations('attest.review');
  const { correction, waitingCorrectionId, rows, languageSupport, jobSuggestions, noActivityReason } = report;
  return (
    <>
      {waitingCorrectionId !== null && (
        <Notice tone="wait" className="mt-6">
          {t('waiting')}{' '}
          <TextLink href={`/review/corrections/${waitingCorrectionId}`}>{t('openWaiting')}</TextLink>
        </Notice>
      )}
      {correction !== null && (
        <section aria-labelledby="corrected" className="mt-8">
          <h2 id="corrected" className="mb-1 text-lg">
            {t('correctedTitle')}
          </h2>
          <p className="mb-3 max-w-measure whitespace-pre-line">{correction.reason}</p>
          <Sheet className="p-5 max-md:px-4">
            <h3 className="mb-1 text-base">{t('correctedWas')}</h3>
            <DifferenceTable
              before={correction.before}
              after={{ rows, languageSupport, jobSuggestions, noActivityReason }}
            />
          </Sheet>
        </section>
      )}
    </>
  );
}
