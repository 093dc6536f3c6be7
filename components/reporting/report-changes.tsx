import { useTranslations } from 'next-intl';
import { inDigits } from '#components/reporting/report-grid.ts';
import type { ChangedField, TypedForm } from '#components/reporting/report-typed.ts';
import { Notice } from '#components/ui/notice.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { isAbsenceReason, absenceReasonName } from '#lib/domain/report/absence-reason.ts';
import { fieldName } from '#lib/domain/month-grid/field-name.ts';
import { isMinutesField } from '#lib/domain/month-grid/grid-field.ts';
import { readLanguageText } from '#lib/domain/month-grid/language-text.ts';
import type { MonthPage } from '#lib/domain/report/month-page.ts';
import { clockInWords } from '#lib/shared/i18n/date-words.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';

type Props = {
  readonly form: Pick<TypedForm, 'changed' | 'isMerged'>;
  readonly by: MonthPage['changed'];
  /** The page as it is kept. */
  readonly href: string;
};

/** What somebody else has kept in the same fields meanwhile: the fields hold what was typed here, nothing is overwritten yet. */
export function ReportChanges({ form: { changed, isMerged }, by, href }: Props) {
  const t = useTranslations('reporting.merge');
  const locale = useStaffLocale();
  if (!isMerged) return null;
  const time = by === null ? '' : clockInWords(new Date(by.at), locale);
  return (
    <Notice tone="warn" title={t('title', { who: by?.by ?? t('somebody'), time })} className="mb-6">
      <p>{t(changed.length === 0 ? 'together' : 'lead')}</p>
      <ul className="my-2 grid gap-1">
        {changed.map(({ field, mine, theirs }) => (
          <li key={field}>
            <b>{fieldName(field, locale)}:</b>{' '}
            {t('both', { mine: shown(field, mine), theirs: shown(field, theirs) })}
          </li>
        ))}
      </ul>
      <TextLink href={href}>{t('takeTheirs')}</TextLink>
    </Notice>
  );

  function shown(field: ChangedField['field'], text: string): string {
    if (text === '') return t('nothing');
    if (isMinutesField(field)) return inDigits(text);
    if (field === 'noActivityReason' && isAbsenceReason(text)) return absenceReasonName(text, locale);
    const language = field === 'languageSupport' ? readLanguageText(text) : null;
    return language?.kind === 'tag' ? languageName(language.tag, locale) : text;
  }
}
