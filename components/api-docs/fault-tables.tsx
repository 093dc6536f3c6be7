import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import type { ApiPage } from '#lib/domain/api/api-page.ts';

/** Every code of a fault with a sentence and a remedy. */
export function FaultTables({ faults, calculationFaults }: Pick<ApiPage, 'faults' | 'calculationFaults'>) {
  const t = useTranslations('api-docs.page');
  const code = {
    key: 'code',
    head: t('operation.code'),
    cell: (fault: { code: string }) => <code className="font-mono text-sm break-all">{fault.code}</code>,
  };
  const message = {
    key: 'message',
    head: t('operation.meaning'),
    wide: true,
    cell: (fault: { message: string }) => fault.message,
  };
  return (
    <>
      {(['call', 'row', 'report'] as const).map((kind) => (
        <DataTable
          key={kind}
          caption={t(`faults.${kind}`)}
          className="mt-6"
          rows={faults[kind]}
          rowKey={(fault) => fault.code}
          columns={[code, message, { key: 'fix', head: t('faults.fix'), wide: true, cell: ({ fix }) => fix }]}
        />
      ))}
      <DataTable
        caption={t('faults.calculation')}
        className="mt-6"
        rows={calculationFaults}
        rowKey={(fault) => fault.code}
        columns={[code, message]}
      />
    </>
  );
}
