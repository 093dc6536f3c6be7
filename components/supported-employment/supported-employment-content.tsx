import { useLocale, useTranslations } from 'next-intl';
import { DescriptionList } from '#components/ui/description-list.tsx';
import type {
  GrantedSupport,
  SupportedEmployment,
} from '#lib/domain/supported-employment/supported-employment.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** What is asked for. */
export function SupportedEmploymentContent({ content }: { readonly content: SupportedEmployment }) {
  const t = useTranslations('supported-employment');
  const locale = useLocale();
  const {
    employerName,
    employerOrgNo,
    contact,
    duties,
    extentPercent,
    startsOn,
    support,
    answerBy,
    message,
  } = content;
  return (
    <>
      <DescriptionList
        facts={[
          { term: t('employerName'), detail: employerName },
          { term: t('orgNo'), detail: employerOrgNo === null ? t('soleTrader') : formatOrgNo(employerOrgNo) },
          { term: t('contact'), detail: contact },
          { term: t('duties'), detail: duties },
          { term: t('extent'), detail: t('percent', { percent: extentPercent }) },
          { term: t('startsOn'), detail: formatDate(startsOn, locale) },
          { term: t('support'), detail: t(`kinds.${support}`) },
          { term: t('answerBy'), detail: formatDate(answerBy, locale) },
        ]}
      />
      {message !== '' && <p className="mt-4 max-w-measure whitespace-pre-line">{message}</p>}
    </>
  );
}

/** What was granted. */
export function GrantedSupportFacts({ decision }: { readonly decision: GrantedSupport | null }) {
  const t = useTranslations('supported-employment');
  const locale = useLocale();
  if (decision === null) return null;
  return (
    <p className="mt-3">
      {t('granted', {
        support: t(`kinds.${decision.support}`),
        from: formatDate(decision.from, locale),
        through: formatDate(addDays(decision.to, -1), locale),
      })}
    </p>
  );
}
