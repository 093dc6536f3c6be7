import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import type { ApiPage } from '#lib/domain/api/api-page.ts';

/** Activities and reasons: the code in a row beside the name that people know. */
export function RowCodes({ codes }: { codes: ApiPage['rowCodes'] }) {
  const t = useTranslations('api-docs.page');
  const mono = (text: string) => <code className="font-mono text-sm">{text}</code>;
  return (
    <section id="codes" aria-labelledby="codes-title" className="mt-12 border-t border-line-strong pt-6">
      <h2 id="codes-title" className="text-lg">
        {t('codes.title')}
      </h2>
      <DataTable
        caption={t('codes.title')}
        className="mt-6"
        rows={codes}
        rowKey={({ field, code }) => `${field} ${code}`}
        columns={[
          { key: 'code', head: t('operation.code'), cell: ({ code }) => mono(code) },
          { key: 'field', head: t('operation.field'), cell: ({ field }) => mono(field) },
          { key: 'meaning', head: t('operation.meaning'), wide: true, cell: ({ name }) => name },
        ]}
      />
    </section>
  );
}
