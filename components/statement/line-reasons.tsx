import { useLocale, useTranslations } from 'next-intl';
import { reportHref } from '#components/statement/statement-address.ts';
import type { StatementReader } from '#components/statement/statement-reader.ts';
import { Amount, Example } from '#components/ui/amount.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Reasons } from '#components/ui/reasons.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { explainLineSv, type LineSentence } from '#lib/domain/statement/explain-line-sv.ts';
import type { LineView } from '#lib/domain/statement/statement-view.ts';
import { formatKronor } from '#lib/shared/money.ts';

interface LineReasonsProps {
  line: LineView;
  reader: StatementReader;
}

/** The sentence, its first words leading to the fact where there is a page for it. */
function Sentence({ sentence, reportPage }: { sentence: LineSentence; reportPage: string | null }) {
  const { text, link } = sentence;
  if (link === null || reportPage === null) return text;
  const words = text.split(' ');
  return (
    <>
      <TextLink href={reportPage}>{words.slice(0, link.words).join(' ')}</TextLink>{' '}
      {words.slice(link.words).join(' ')}
    </>
  );
}

/** Why a line has its amount. The sentences are the model's own, in Swedish. */
export function LineReasons({ line, reader }: LineReasonsProps) {
  const t = useTranslations('statement.paid');
  const locale = useLocale();
  const { because, subject, month } = line;
  if (because === null) return <p className="text-xs text-ink-3">{t('hidden')}</p>;
  const opens = reader.opensReports && subject.kind === 'participant' && month !== null;
  const report = opens ? reportHref(month, subject.placementId) : null;
  const ofOutcome = line.component === 'basePay' ? t('basePayRule') : t('outcomeRule');
  return (
    <details className="more">
      <summary className="text-xs">
        {t('why')}
        <Icon name="down" />
      </summary>
      <div className="pt-2 pb-3" lang="sv">
        <Reasons
          title={
            <span lang={locale}>
              {t('whyAmount', { amount: formatKronor(line.amountOre, locale, { showOre: true }) })}{' '}
              <Example />
            </span>
          }
          sentences={explainLineSv(because).map((sentence) => ({
            key: sentence.rule,
            sentence: <Sentence sentence={sentence} reportPage={report} />,
          }))}
          aside={
            <div lang={locale}>
              <h4 className="text-xs text-ink-3">{t('rules')}</h4>
              <ul className="text-xs">
                <li>{line.agreementName}</li>
                <li>{ofOutcome}</li>
                {line.isCorrection && <li>{t('correctionRule')}</li>}
              </ul>
            </div>
          }
        />
      </div>
    </details>
  );
}

/** The price behind a quantity: `21 dagar × 65,00 kr`. */
export function UnitPrice({ line }: { line: LineView }) {
  if (line.unitOre === null || line.quantity === null || line.component !== 'basePay') return null;
  return (
    <small className="whitespace-nowrap">
      × <Amount value={line.unitOre} exact />
    </small>
  );
}
