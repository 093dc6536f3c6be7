import { useTranslations } from 'next-intl';
import { DateText } from '#components/ui/date-text.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { AgreementVersion } from '#lib/domain/compensation/types.ts';

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** Which days count, and the VAT. */
export function WorkdayRules({ agreement }: { readonly agreement: AgreementVersion }) {
  const t = useTranslations('admin.agreement');
  const { weekdays, holidays } = agreement.workdays;
  return (
    <Sheet className="px-6 py-3 max-md:px-4">
      <DescriptionList
        facts={[
          {
            term: t('weekdays'),
            detail: WEEKDAYS.filter((day) => weekdays.includes(Number(day)))
              .map((day) => t(`weekday.${day}`))
              .join(', '),
          },
          { term: t('holidays'), detail: t('holidayCount', { count: holidays.length }) },
          { term: t('vat'), detail: t('percent', { percent: agreement.vatPermille / 10 }) },
        ]}
      />
      {holidays.length > 0 && (
        <DisclosureMore summary={t('showHolidays')}>
          <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-3">
            {holidays.map((date) => (
              <li key={date}>
                <DateText date={date} />
              </li>
            ))}
          </ul>
        </DisclosureMore>
      )}
    </Sheet>
  );
}
