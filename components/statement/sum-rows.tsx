import { useTranslations } from 'next-intl';
import { Amount } from '#components/ui/amount.tsx';
import { Row, RowHead, Cell, TableSum } from '#components/ui/table.tsx';
import type { StatementView } from '#lib/domain/statement/statement-view.ts';
import { formatKronor, multiplyPermille, type Ore } from '#lib/shared/money.ts';
import { useLocale } from 'next-intl';

interface SumProps {
  words: string;
  amount: Ore;
  strong?: boolean;
}

function Sum({ words, amount, strong = false }: SumProps) {
  return (
    <Row className={strong ? 'text-base' : '[&>*]:py-1 [&>*]:font-normal'}>
      <RowHead colSpan={3}>{words}</RowHead>
      <Cell numeric>
        <Amount value={amount} exact />
      </Cell>
    </Row>
  );
}

/** From the sum of the lines to what is paid: VAT for each rate, what was carried in, rounding, what is carried on. */
export function SumRows({ view }: { view: StatementView }) {
  const t = useTranslations('statement.paid');
  const locale = useLocale();
  const { sums, vat } = view;
  const percentOf = (permille: number) => String(permille / 10).replace('.', locale === 'sv' ? ',' : '.');
  const vatWords = (permille: number, netOre: Ore) =>
    vat.length === 1
      ? t('vat', { percent: percentOf(permille) })
      : t('vatOf', { percent: percentOf(permille), amount: formatKronor(netOre, locale, { showOre: true }) });
  return (
    <TableSum>
      <Sum words={t('net')} amount={sums.netOre} />
      {vat.map(({ vatPermille, netOre }) => (
        <Sum
          key={vatPermille}
          words={vatWords(vatPermille, netOre)}
          amount={multiplyPermille(netOre, vatPermille)}
        />
      ))}
      {sums.balanceInOre !== 0 && <Sum words={t('balanceIn')} amount={sums.balanceInOre} />}
      {sums.roundingOre !== 0 && <Sum words={t('rounding')} amount={sums.roundingOre} />}
      <Sum words={t('payable')} amount={sums.payableOre} strong />
      {sums.balanceOutOre !== 0 && <Sum words={t('balanceOut')} amount={sums.balanceOutOre} />}
    </TableSum>
  );
}
