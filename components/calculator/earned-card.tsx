import { useLocale, useTranslations } from 'next-intl';
import { useEntryWords } from '#components/calculator/entry-words.ts';
import { Amount, Example } from '#components/ui/amount.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Reasons } from '#components/ui/reasons.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableBody, TableHead } from '#components/ui/table.tsx';
import type { Line } from '#lib/domain/compensation/evaluation.ts';
import { explainStepSv } from '#lib/domain/compensation/explain-steps-sv.ts';
import { formatKronor } from '#lib/shared/money.ts';

interface EarnedCardProps {
  lines: readonly Line[];
  /** Lines beyond those given. */
  more: number;
}

/** What is earned, line by line, each with its reason. */
export function EarnedCard({ lines, more }: EarnedCardProps) {
  const t = useTranslations('calculator.result');
  const words = useEntryWords();
  return (
    <Card title={t('linesTitle')} level={3}>
      {lines.length === 0 && <p>{t('linesEmpty')}</p>}
      {lines.length > 0 && (
        <Table caption={t('caption.lines')} captionHidden>
          <TableHead>
            <Row>
              <ColumnHead>{t('what')}</ColumnHead>
              <ColumnHead>{t('quantity')}</ColumnHead>
              <ColumnHead numeric>
                {t('amount')}
                <span className="block">
                  <Example />
                </span>
              </ColumnHead>
            </Row>
          </TableHead>
          {lines.map((line) => (
            <TableBody key={line.key}>
              <Row open className="md:[&>*]:pb-0">
                <RowHead>{words.title(line)}</RowHead>
                <Cell label={t('quantity')} className="whitespace-nowrap">
                  {words.quantity(line)}
                </Cell>
                <Cell numeric label={t('amount')}>
                  <Amount value={line.amountOre} exact />
                </Cell>
              </Row>
              <Row className="max-md:pt-0">
                <Cell colSpan={3} className="md:pt-0">
                  <LineReason line={line} />
                </Cell>
              </Row>
            </TableBody>
          ))}
        </Table>
      )}
      {more > 0 && <p className="mt-3 text-ink-2">{t('more', { count: more })}</p>}
    </Card>
  );
}

/** The model's own sentences, which are Swedish. */
function LineReason({ line }: { line: Line }) {
  const t = useTranslations('calculator.result');
  const locale = useLocale();
  const amount = formatKronor(line.amountOre, locale, { showOre: true });
  return (
    <details className="more">
      <summary className="text-sm">
        {t('reason')}
        <Icon name="down" />
      </summary>
      <div className="pt-2 pb-3" lang="sv">
        <Reasons
          title={
            <span lang={locale}>
              {t('reasonOf', { amount })} <Example />
            </span>
          }
          sentences={line.because.map((step) => ({ key: step.rule, sentence: explainStepSv(step) }))}
        />
      </div>
    </details>
  );
}
