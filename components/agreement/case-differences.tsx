import { useTranslations } from 'next-intl';
import { Amount } from '#components/ui/amount.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import type { CaseDifference } from '#lib/domain/agreement/case-difference.ts';
import { ore } from '#lib/shared/money.ts';

/** Exactly how what a case gives is not what is expected: where, expected, calculated. Amounts in kronor. */
export function CaseDifferences({ differences }: { differences: readonly CaseDifference[] }) {
  const t = useTranslations('agreement.cases');
  return (
    <DataTable
      caption={t('differences')}
      rows={differences}
      rowKey={({ part, key, member }) => `${part} ${key ?? ''} ${member ?? ''}`}
      columns={[
        {
          key: 'where',
          head: t('where'),
          cell: ({ part, key, member }) => (
            <>
              {t(`part.${part}`)}
              {key !== null && (
                <>
                  {' '}
                  <code>{key}</code>
                </>
              )}
              , <Member member={member} />
            </>
          ),
        },
        {
          key: 'expected',
          head: t('expected'),
          numeric: true,
          cell: ({ member, expected }) => <Value member={member} value={expected} />,
        },
        {
          key: 'got',
          head: t('got'),
          numeric: true,
          cell: ({ member, got }) => <Value member={member} value={got} />,
        },
      ]}
    />
  );
}

const AMOUNTS = ['amountOre', 'unitOre', 'earnedOre', 'deltaOre'] as const;

/** An amount by its word; anything else by its name in the document. */
function Member({ member }: { member: string | null }) {
  const t = useTranslations('agreement.cases');
  if (member === null) return t('whole');
  const amount = AMOUNTS.find((name) => name === member);
  return amount === undefined ? <code>{member}</code> : t(`member.${amount}`);
}

function Value({ member, value }: { member: string | null; value: unknown }) {
  const t = useTranslations('agreement.cases');
  if (value === undefined) return t('notThere');
  if (member?.endsWith('Ore') === true && typeof value === 'number' && Number.isSafeInteger(value)) {
    return <Amount value={ore(value)} exact />;
  }
  if (
    typeof value === 'object' &&
    value !== null &&
    'amountOre' in value &&
    Number.isSafeInteger(value.amountOre)
  ) {
    return <Amount value={ore(Number(value.amountOre))} exact />;
  }
  return <code className="break-all">{JSON.stringify(value)}</code>;
}
