import { useTranslations } from 'next-intl';
import { CalculatorForm } from '#components/calculator/calculator-form.tsx';
import { faultsInWords } from '#components/calculator/fault-words.ts';
import { ResultView } from '#components/calculator/result-view.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { Calculation } from '#lib/domain/calculator/calculation.ts';
import type { ExampleName } from '#lib/domain/calculator/calculator-examples.ts';
import type { CalculatorState, ListName } from '#lib/domain/calculator/calculator-state.ts';
import { parsePlainDate } from '#lib/shared/plain-date.ts';

export interface CalculatorViewProps {
  state: CalculatorState;
  own: string;
  agreements: readonly { id: string; name: string }[];
  examples: readonly { name: ExampleName; href: string }[];
  /** Null before anything was asked. */
  calculation: Calculation | null;
  editing: ListName | null;
  address: string;
  endpoint: string;
}

/** Anybody tries an agreement and facts, and reads what comes of it and why. */
export function CalculatorView(props: CalculatorViewProps) {
  const { state, own, agreements, examples, calculation, editing, address, endpoint } = props;
  const t = useTranslations('calculator');
  const tFault = useTranslations('calculator.fault');
  const problems = calculation?.kind === 'faults' ? faultsInWords(tFault, calculation.faults) : [];
  const chosen = agreements.find(({ id }) => id === state.fields.agreement);
  return (
    <>
      {problems.length > 0 && <ErrorSummary problems={problems} title={t('fault.title')} />}
      <PageHeading title={t('title')} lead={t('lead')} />
      <Notice>{t('notice')}</Notice>
      <h2 className="mt-8 mb-3 text-lg">{t('examples.title')}</h2>
      <ul className="flex flex-wrap gap-3">
        {examples.map(({ name, href }) => (
          <li key={name}>
            <LinkAction href={href}>{t(`examples.${name}`)}</LinkAction>
          </li>
        ))}
      </ul>
      {calculation?.kind === 'evaluated' && (
        <ResultView
          evaluation={calculation.evaluation}
          input={calculation.input}
          agreementName={chosen?.name ?? t('agreement.own')}
          asOf={parsePlainDate(state.fields.asOf)}
          address={address}
          endpoint={endpoint}
        />
      )}
      <div key={`${address} ${editing ?? ''}`}>
        <CalculatorForm
          state={state}
          own={own}
          agreements={agreements}
          problems={problems}
          editing={editing}
        />
      </div>
    </>
  );
}
