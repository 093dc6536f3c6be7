import { useTranslations } from 'next-intl';
import {
  EvidenceDays,
  EvidenceStatus,
  EvidenceWhat,
  FileLinks,
  useNameOf,
} from '#components/evidence/evidence-facts.tsx';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import type { EvidenceItem } from '#lib/domain/evidence/evidence-page.ts';
import type { StoredOutcome } from '#lib/domain/outcome/outcome-page.ts';

type Props = {
  readonly items: readonly EvidenceItem[];
  readonly outcome: StoredOutcome;
  /** The page to come back to, and a key for each form; without, nothing is taken back here. */
  readonly back?: string;
  readonly keyOf?: (id: string) => string;
};

/** All evidence with the days that each piece shows, and how it has been judged. */
export function EvidenceTable({ items, outcome, back, keyOf }: Props) {
  const t = useTranslations('evidence.items');
  const nameOf = useNameOf(outcome);
  return (
    <DataTable<EvidenceItem>
      caption={t('title')}
      captionHidden
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          head: t('what'),
          wide: true,
          cell: (item) => <EvidenceWhat item={item} outcome={outcome} />,
        },
        { key: 'employer', head: t('employer'), cell: ({ employerName }) => employerName },
        { key: 'days', head: t('days'), cell: (item) => <EvidenceDays item={item} /> },
        {
          key: 'status',
          head: t('status'),
          wide: true,
          cell: (item) => <EvidenceStatus item={item} outcome={outcome} />,
        },
        {
          key: 'do',
          head: t('do'),
          cell: (item) => (
            <div className="grid justify-items-start gap-2">
              <FileLinks item={item} outcome={outcome} />
              {back !== undefined && keyOf !== undefined && mayWithdraw(item) && (
                <form method="post" action={`/api/evidence/${item.id}/withdraw`}>
                  <FormBasis formKey={keyOf(item.id)} back={back} />
                  <Button look="plain" aria-label={t('withdrawNamed', { name: nameOf(item) })}>
                    {t('withdraw')}
                  </Button>
                </form>
              )}
            </div>
          ),
        },
      ]}
    />
  );
}

const mayWithdraw = ({ source, withdrawnAt, verdict }: EvidenceItem): boolean =>
  source === 'file' && withdrawnAt === null && verdict === null;
