import { useTranslations } from 'next-intl';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { formName } from '#lib/domain/activity/activity-form.ts';
import type { DoneActivity } from '#lib/domain/final-report/final-report.ts';
import { formatHours } from '#lib/domain/report/hours-in-words.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import { monthOf } from '#lib/shared/month.ts';

/** How much of an activity there was, when and how, and what the plan wanted with it. */
export function ActivityFacts({ activity }: { readonly activity: DoneActivity }) {
  const t = useTranslations('final-report');
  const locale = useStaffLocale();

  const { minutes, days, first, last, forms, purpose, goal } = activity;
  const hours = formatHours(minutes, locale);
  const day = (date: typeof first): string => dateInWords(date, locale, 'day');
  const [begin, end] =
    days === null
      ? [formatMonth(monthOf(first), locale), formatMonth(monthOf(last), locale)]
      : [day(first), day(last)];
  const span = begin === end ? begin : t('span', { first: begin, last: end });
  const planned = [purpose ?? '', goal ?? ''].filter((text) => text !== '').join(' ');
  return (
    <div className="text-sm text-ink-2 print:text-[1em]">
      <p className="font-medium">
        {days === null ? t('factMonths', { hours, span }) : t('fact', { hours, days, span })}
      </p>
      {forms.length > 0 && (
        <p>{t('forms_done', { forms: forms.map((form) => formName(form, locale)).join(', ') })}</p>
      )}
      <p>
        {purpose === null && goal === null
          ? t('notPlanned')
          : planned !== '' && t('planned', { text: planned })}
      </p>
    </div>
  );
}
