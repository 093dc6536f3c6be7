import { useLocale, useTranslations } from 'next-intl';
import { OwnWords } from '#components/participant/own-words.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Field } from '#components/ui/field.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { Select } from '#components/ui/inputs.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { OwnReadings, Reader, Reading } from '#lib/domain/participant/reading.ts';
import { clockInWords, dateInWords } from '#lib/shared/i18n/date-words.ts';

const PATH = '/participant/access';

type Props = {
  readonly own: OwnReadings;
  /** The organisation that is picked: the authority, a provider's id, or empty for all. */
  readonly from: string;
};

/** Who has read about the participant, day by day: which organisation, in what role, and why. */
export function AccessPage({ own: { days, providers, page, pages }, from }: Props) {
  const t = useTranslations('own-access');
  const locale = useLocale();
  const hrefOf = (to: number): string =>
    `${PATH}?${new URLSearchParams({ from, page: String(to) }).toString()}`;
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')}>
        <p className="mt-2 max-w-lead text-ink-2">
          {t('names')} {t('own')}
        </p>
      </PageHeading>
      <FilterBar action={PATH} label={t('filter.label')} clearHref={from === '' ? undefined : PATH}>
        <Field name="from" label={t('filter.from')}>
          {(control) => (
            <Select
              {...control}
              className="min-h-(--target)"
              defaultValue={from}
              empty={t('filter.all')}
              options={[
                { value: 'authority', label: t('authority') },
                ...providers.map(({ id, name }) => ({ value: id, label: name, lang: 'sv' })),
              ]}
            />
          )}
        </Field>
      </FilterBar>
      <div className="mt-6 grid gap-5">
        {days.length === 0 && <EmptyState>{t(from === '' ? 'empty' : 'emptyFiltered')}</EmptyState>}
        {days.map(({ day, readings }) => (
          <section key={day} aria-labelledby={`day-${day}`}>
            <h2 id={`day-${day}`} className="mb-2 text-lg first-letter:uppercase">
              {dateInWords(day, locale, 'weekdayDate')}
            </h2>
            <ul className="sheet rounded-lg border border-line bg-sheet px-(--room)">
              {readings.map((reading) => (
                <ReadingItem key={JSON.stringify([reading.reader, reading.cause])} reading={reading} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Pagination page={page} pages={pages} hrefOf={hrefOf} />
      <Card title={t('wrong.title')} className="no-print mt-8">
        <p className="mb-4 max-w-measure">{t('wrong.text')}</p>
        <LinkAction big href="/participant/rights#complaint">
          {t('wrong.action')}
        </LinkAction>
      </Card>
    </>
  );
}

function ReadingItem({ reading: { reader, cause, times, lastAt } }: { readonly reading: Reading }) {
  const t = useTranslations('own-access');
  const locale = useLocale();
  const clock = clockInWords(new Date(lastAt), locale);
  return (
    <li className="border-t border-line py-3 first:border-t-0">
      <p className="font-medium">
        <ReaderName reader={reader} />
      </p>
      <p>{t(`cause.${cause}`)}</p>
      <p className="text-ink-2">{t('times', { count: times, clock })}</p>
    </li>
  );
}

function ReaderName({ reader }: { readonly reader: Reader }) {
  const t = useTranslations('own-access');
  const role = 'role' in reader && reader.role !== null ? t(`role.${reader.role}`) : null;
  switch (reader.kind) {
    case 'provider':
      return (
        <>
          <OwnWords>{reader.name}</OwnWords>
          <span className="block font-normal text-ink-2">{role ?? t('role.system')}</span>
        </>
      );
    case 'authority':
      return (
        <>
          {t('authority')}
          <span className="block font-normal text-ink-2">{role ?? t('role.system')}</span>
        </>
      );
    case 'employer':
    case 'link':
    case 'portal':
      return t(reader.kind);
  }
}
