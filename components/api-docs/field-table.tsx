import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import type { ApiField } from '#lib/domain/api/api-page.ts';

interface FieldTableProps {
  caption: string;
  fields: readonly ApiField[];
}

/** Fields with their types; a part of another field is named with its way. */
export function FieldTable({ caption, fields }: FieldTableProps) {
  const t = useTranslations('api-docs.page.operation');
  if (fields.length === 0) return null;
  return (
    <DataTable
      caption={caption}
      className="mt-6"
      rows={fields}
      rowKey={({ name }) => name}
      columns={[
        {
          key: 'field',
          head: t('field'),
          cell: ({ name, required }) => (
            <>
              <code className="font-mono text-sm break-all">{name}</code>
              {required && <span className="block text-xs font-normal text-ink-3">{t('required')}</span>}
            </>
          ),
        },
        {
          key: 'type',
          head: t('type'),
          wide: true,
          cell: ({ type }) => <span className="font-mono text-xs wrap-anywhere">{type}</span>,
        },
        { key: 'text', head: t('text'), wide: true, cell: ({ description }) => description },
      ]}
    />
  );
}
