import { useTranslations } from 'next-intl';
import { FindingVerdictField } from '#components/review/finding-verdict-field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { findingWords } from '#lib/domain/report/check-words.ts';
import { notAssessedWords } from '#lib/domain/report/not-assessed.ts';
import type { ReviewedReportPage } from '#lib/domain/review/reviewed-report.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly report: ReviewedReportPage;
  /** Whether the reader decides now: then each finding can be judged with the decision. */
  readonly decides: boolean;
  readonly attempt: KeptForm | null;
};

/** Verdicts are said of so many that have been judged before they mean anything. */
const TELLING = 10;

/** What the checks found, what must be seen first; nothing found is said too. */
export function FindingList({ report, decides, attempt }: Props) {
  const t = useTranslations('review.report');
  const words = useTranslations('review-decision');
  const locale = useStaffLocale();
  const { findings, verdicts, risk, days } = report;
  const unknown = notAssessedWords(report.notAssessed, locale);
  return (
    <section aria-labelledby="findings">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="findings" className="text-lg">
          {t('findings')}
        </h2>
        {risk > 0 && (
          <span className="text-xs text-ink-2">
            {words('risk.title', { risk })}. {words('risk.limit', { threshold: days.riskThreshold })}{' '}
            {words('risk.how')}
          </span>
        )}
      </div>
      <Sheet>
        {unknown !== null && (
          <p className="border-b border-line px-5 py-4 last:border-b-0">
            <Status tone="none" className="max-w-measure">
              {unknown}
            </Status>
          </p>
        )}
        {findings.length === 0 ? (
          <p className="p-5">
            {unknown === null ? (
              <Status tone="ok">{t('noFindings')}</Status>
            ) : (
              <Status tone="none">{t('noOtherFindings')}</Status>
            )}
          </p>
        ) : (
          <ul>
            {findings.map(({ code, severity, facts, precision }) => {
              const { message } = findingWords({ code, facts }, locale);
              const weight = days.flagWeights[code];
              return (
                <li
                  key={code}
                  className="flex flex-wrap justify-between gap-x-6 gap-y-2 border-b border-line px-5 py-4 last:border-b-0"
                >
                  <p className="flex max-w-measure gap-3">
                    <Icon name={severity === 'hold' ? 'paused' : 'warn'} className="mt-1 text-warn" />
                    {message}
                  </p>
                  <div className="grid content-start gap-1 text-xs text-ink-2">
                    <span>
                      {severity === 'hold' ? t('mustBeSeen') : t('raisesRisk')}
                      {severity === 'flag' &&
                        weight !== undefined &&
                        `: ${words('risk.weight', { percent: weight / 10 })}`}
                    </span>
                    {precision !== null && precision.judged >= TELLING && (
                      <span>{words('risk.precision', precision)}</span>
                    )}
                    <FindingVerdictField
                      code={code}
                      message={message}
                      decides={decides}
                      said={attempt?.values[`verdicts.${code}`]}
                      verdict={verdicts.find((one) => one.code === code)}
                    />
                  </div>
                </li>
              );
            })}
          </ul>
        )}
      </Sheet>
    </section>
  );
}
