import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import type { OtherParty } from '#lib/domain/activity/plan-version.ts';

/** Others who take part in the plan, and what they do. */
export function PlanParties({ parties }: { readonly parties: readonly OtherParty[] }) {
  const t = useTranslations('plan.parties');
  const columns: readonly Column<OtherParty>[] = [
    { key: 'name', head: t('name'), cell: ({ name }) => name },
    { key: 'role', head: t('role'), cell: ({ role }) => role },
    { key: 'task', head: t('task'), wide: true, cell: ({ task }) => task },
  ];
  return <DataTable caption={t('title')} columns={columns} rows={parties} rowKey={({ name }) => name} />;
}
