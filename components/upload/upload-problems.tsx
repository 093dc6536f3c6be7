import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { Field } from '#components/ui/field.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import { resultHref, uploadHref } from '#components/upload/upload-address.ts';
import type { UploadProblem, UploadView } from '#lib/domain/upload/upload-view.ts';
import type { UploadViewInput } from '#lib/schemas/upload.ts';

interface UploadProblemsProps {
  view: UploadView;
  filter: UploadViewInput;
}

/** Every fault by row, column, code and remedy; and the remarks that go along to review. */
export function UploadProblems({ view, filter }: UploadProblemsProps) {
  const t = useTranslations('upload.result');
  const { upload, found, page, pages } = view;
  const { month, faults, remarks } = upload;
  const counts = { block: faults, remark: remarks };
  const empty = { block: t('emptyBlock'), remark: t('emptyRemark') };
  return (
    <div className="grid gap-4">
      <ViewSwitch
        label={t('views')}
        views={(['block', 'remark'] as const).map((show) => ({
          href: resultHref(month, filter, { show, q: '' }),
          words: show === 'block' ? t('showBlock') : t('showRemark'),
          count: counts[show],
          current: show === filter.show,
        }))}
      />
      {counts[filter.show] > 0 && (
        <FilterBar
          action={`${uploadHref(month)}/${filter.uploadId}`}
          label={t('filter')}
          clearHref={filter.q === '' ? undefined : resultHref(month, filter, { q: '' })}
        >
          {filter.show !== 'block' && <input type="hidden" name="show" value={filter.show} />}
          <Field
            name="q"
            label={t('search')}
            hint={filter.q === '' ? undefined : t('found', { count: found })}
          >
            {(control) => <TextInput {...control} type="search" defaultValue={filter.q} autoComplete="off" />}
          </Field>
        </FilterBar>
      )}
      {found === 0 ? (
        <p className="text-ink-2">{filter.q === '' ? empty[filter.show] : t('emptyFound')}</p>
      ) : (
        <Problems problems={view.problems} show={filter.show} />
      )}
      <Pagination page={page} pages={pages} hrefOf={(other) => resultHref(month, filter, { page: other })} />
    </div>
  );
}

function Problems({
  problems,
  show,
}: { problems: readonly UploadProblem[] } & Pick<UploadViewInput, 'show'>) {
  const t = useTranslations('upload.result');
  return (
    <DataTable
      caption={show === 'block' ? t('captionBlock') : t('captionRemark')}
      rows={problems}
      rowKey={({ number }) => String(number)}
      columns={[
        { key: 'row', head: t('row'), cell: ({ row }) => row ?? '–' },
        {
          key: 'column',
          head: t('column'),
          cell: ({ column }) => (column === null ? t('whole') : <code>{column}</code>),
        },
        {
          key: 'message',
          head: show === 'block' ? t('message') : t('remark'),
          cell: ({ message, severity }) => (
            <>
              {message}
              {severity !== 'block' && <small className="block text-ink-2">{t(severity)}</small>}
            </>
          ),
        },
        { key: 'fix', head: t('fix'), cell: ({ fix }) => fix },
        {
          key: 'code',
          head: t('code'),
          cell: ({ code }) => <code className="text-xs">{code}</code>,
        },
      ]}
    />
  );
}
