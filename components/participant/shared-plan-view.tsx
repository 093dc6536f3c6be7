import { useLocale, useTranslations } from 'next-intl';
import { OwnPlanContent } from '#components/participant/own-plan-content.tsx';
import { OwnWords } from '#components/participant/own-words.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import type { SharedPlan, ShareState } from '#lib/domain/plan-share/plan-share.ts';
import { clockInWords, dateInWords } from '#lib/shared/i18n/date-words.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

type Open = Extract<SharedPlan, { readonly state: 'open' }>;

/** A plan that its participant has shared: the plan alone. */
export function SharedPlanView({ shared: { provider, plan, expiresAt } }: { readonly shared: Open }) {
  const t = useTranslations('own-plan');
  const locale = useLocale();
  const until = new Date(expiresAt);
  return (
    <>
      <PageHeading
        title={t('shared.title')}
        lead={t.rich('shared.lead', {
          provider,
          day: dateInWords(plan.from, locale),
          name: (words) => <OwnWords>{words}</OwnWords>,
        })}
      >
        <p className="mt-2 max-w-lead text-ink-2">{t('shared.person')}</p>
        <p className="max-w-lead text-ink-2">
          {t('shared.until', {
            day: dateInWords(plainDateFromDate(until), locale),
            clock: clockInWords(until, locale),
          })}
        </p>
        <p className="no-print mt-4">
          <PrintButton>{t('print')}</PrintButton>
        </p>
      </PageHeading>
      <div className="grid gap-5">
        <OwnPlanContent plan={plan} />
      </div>
    </>
  );
}

/** Why a link shows no plan, and what to do. */
export function NoSharedPlan({ why }: { readonly why: Exclude<ShareState, 'open'> | 'unknown' }) {
  const t = useTranslations('own-plan.shared');
  return (
    <>
      <PageHeading title={t(`${why}.title`)} lead={t(`${why}.text`)} />
      <p className="max-w-measure">{t('fix')}</p>
    </>
  );
}
