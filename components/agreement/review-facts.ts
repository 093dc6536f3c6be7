import { useLocale, useTranslations } from 'next-intl';
import type { Fact } from '#components/ui/description-list.tsx';
import { flagWeights } from '#lib/domain/report/risk.ts';
import type { PublishedTerms } from '#lib/domain/admin/published-versions.ts';
import { FLAG_WEIGHTS, type WeightedFlag } from '#lib/domain/terms/terms.ts';

type Told = { readonly rules: readonly Fact[]; readonly weights: readonly Fact[] };

/** How the terms have reports routed, sampled, answered and checked, and what each flag weighs. */
export function useReviewFacts(terms: PublishedTerms['terms']): Told {
  const t = useTranslations('checks.terms');
  const unit = useTranslations('admin.terms');
  const number = new Intl.NumberFormat(useLocale(), { maximumFractionDigits: 1 });
  const percent = (permille: number): string => unit('percent', { percent: number.format(permille / 10) });
  const share = (permille: number, months: number): string =>
    t('sampleNewValue', { percent: number.format(permille / 10), months });
  const weights = flagWeights(terms);
  return {
    rules: [
      { term: t('riskThreshold'), detail: terms.riskThreshold },
      { term: t('automatic'), detail: percent(terms.automaticPermille) },
      { term: t('sample'), detail: percent(terms.samplePermille) },
      { term: t('sampleNew'), detail: share(terms.sampleNewPermille, terms.sampleNewMonths) },
      { term: t('sampleFinding'), detail: share(terms.sampleFindingPermille, terms.sampleFindingMonths) },
      { term: t('sampleMin'), detail: t('reports', { reports: terms.sampleMinPerStratum }) },
      { term: t('reply'), detail: unit('workdays', { days: terms.replyWorkdays }) },
      {
        term: t('deemed'),
        detail:
          terms.deemedApprovalDays === 0
            ? t('deemedNever')
            : unit('days', { days: terms.deemedApprovalDays }),
      },
      { term: t('mostOfCoach'), detail: unit('minutes', { minutes: terms.mostCoachMinutesPerDay }) },
      { term: t('copiedHours'), detail: t('copiedHoursValue', { others: terms.copiedHoursOthers }) },
      {
        term: t('copiedText'),
        detail: t('copiedTextValue', { percent: number.format(terms.copiedTextPermille / 10) }),
      },
      {
        term: t('unlikelyLevel'),
        detail: t('unlikelyLevelValue', { z: number.format(terms.unlikelyLevelTenths / 10) }),
      },
      { term: t('distanceOnly'), detail: unit('months', { months: terms.distanceOnlyMonths }) },
      {
        term: t('reading'),
        detail: t('readingValue', { seconds: terms.readSecondsPerReport, reports: terms.readLeastReports }),
      },
    ],
    weights: Object.keys(FLAG_WEIGHTS)
      .filter((code): code is WeightedFlag => Object.hasOwn(FLAG_WEIGHTS, code))
      .map((code) => ({ term: t(`flags.${code}`), detail: percent(weights[code]) })),
  };
}
