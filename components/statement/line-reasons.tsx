import { useLocale, useTranslations } from 'next-intl';
import { DisputeLink } from '#components/statement/answer/dispute-link.tsx';
import { LineBehind } from '#components/statement/line-behind.tsx';
import { factHref } from '#components/statement/statement-address.ts';
import type { StatementReader } from '#components/statement/statement-reader.ts';
import { Amount, Example } from '#components/ui/amount.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Reasons } from '#components/ui/reasons.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { explainLineSv, type FactPage, type LineSentence } from '#lib/domain/statement/explain-line-sv.ts';
import type { LineBasis, LineView } from '#lib/domain/statement/statement-view.ts';
import { formatKronor } from '#lib/shared/money.ts';

interface LineReasonsProps {
  line: LineView;
  reader: StatementReader;
  /** What stands behind it, where that was asked for. */
  basis: LineBasis | null;
  /** The statement's page with or without what stands behind the line. */
  behindHref: string;
}

interface SentenceProps {
  sentence: LineSentence;
  hrefOf: (page: FactPage) => string | null;
}

/** The sentence, with the words that name a fact leading to the fact's page where there is one for the reader. */
function Sentence({ sentence, hrefOf }: SentenceProps) {
  return sentence.parts.map(({ text, to }) => {
    const href = to === null ? null : hrefOf(to);
    return href === null ? (
      text
    ) : (
      <TextLink key={text} href={href}>
        {text}
      </TextLink>
    );
  });
}

/** Why a line has its amount. The sentences are the model's own, in Swedish. */
export function LineReasons({ line, reader, basis, behindHref }: LineReasonsProps) {
  const t = useTranslations('statement.paid');
  const locale = useLocale();
  const { because, subject, month } = line;
  if (because === null) return <p className="text-xs text-ink-3">{t('hidden')}</p>;
  const hrefOf = (page: FactPage) =>
    subject.kind === 'participant' ? factHref(reader, page, { ...subject, month }) : null;
  const ofOutcome = line.component === 'basePay' ? t('basePayRule') : t('outcomeRule');
  return (
    <details className="more" open={basis !== null} id={`line-${line.id}`}>
      <summary className="no-print text-xs">
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
            sentence: <Sentence sentence={sentence} hrefOf={hrefOf} />,
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
        <LineBehind basis={basis} href={behindHref} />
        <DisputeLink at={reader.disputesAt} amount={{ line: line.id }} subject={subject} />
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
