import { useTranslations } from 'next-intl';
import { useLimit } from '#components/quality/use-limit.ts';
import { DescriptionList } from '#components/ui/description-list.tsx';
import {
  OFFICE_REQUIREMENTS,
  PLACEMENT_REQUIREMENTS,
  type Requirement,
} from '#lib/domain/quality/standing.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';

const SHOWN: readonly Requirement[] = [...PLACEMENT_REQUIREMENTS, 'coachLoad', ...OFFICE_REQUIREMENTS];
const DENOMINATORS: Readonly<Partial<Record<Requirement, 'denominatorCoach' | 'denominatorOffice'>>> = {
  coachLoad: 'denominatorCoach',
  premises: 'denominatorOffice',
  finalReport: 'denominatorOffice',
  planable: 'denominatorOffice',
};

/** What each figure is: definition, days, source and denominator; and what is not counted yet. */
export function Definitions({ terms }: { readonly terms: Terms }) {
  const t = useTranslations('quality');
  const limitOf = useLimit(terms);
  return (
    <>
      <DescriptionList
        facts={SHOWN.map((requirement) => ({
          term: t(`name.${requirement}`),
          detail: (
            <>
              {limitOf(requirement)}
              <span className="block max-w-measure font-normal text-ink-2">
                {requirement === 'premises'
                  ? t('about.premises', { hours: terms.premisesHoursPerDay })
                  : t(`about.${requirement}`)}{' '}
                {t(DENOMINATORS[requirement] ?? 'denominator')}
              </span>
            </>
          ),
        }))}
      />
      <p className="mt-4 max-w-measure text-ink-2">
        {t('absence')} {t('protected')}
      </p>
    </>
  );
}
