import { useTranslations } from 'next-intl';
import { LinkAction } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { EXPERIENCE_COLUMNS, EXPERIENCE_FIELDS } from '#lib/domain/experience/experience-file.ts';

const TEMPLATE = '/api/experience/template';

/** How a file of experience is made: the blank one to fetch, and what each column holds. */
export function ExperienceFormat() {
  const t = useTranslations('experience.format');
  const locale = useStaffLocale();
  return (
    <PageSection title={t('title')} note={t('note')}>
      <div className="mb-6 flex flex-wrap gap-3">
        <LinkAction href={`${TEMPLATE}?format=xlsx`} icon="download" download>
          {t('xlsx')}
        </LinkAction>
        <LinkAction href={`${TEMPLATE}?format=csv`} icon="download" look="plain" download>
          {t('csv')}
        </LinkAction>
      </div>
      <DataTable
        caption={t('columns')}
        captionHidden
        rows={EXPERIENCE_FIELDS}
        rowKey={(field) => field}
        columns={[
          {
            key: 'name',
            head: t('column'),
            cell: (field) => EXPERIENCE_COLUMNS[field][locale],
          },
          { key: 'holds', head: t('holds'), wide: true, cell: (field) => t(`fields.${field}`) },
          { key: 'example', head: t('example'), cell: (field) => t(`examples.${field}`) },
        ]}
      />
    </PageSection>
  );
}
