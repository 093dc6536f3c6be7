import { useLocale, useTranslations } from 'next-intl';
import { EarnedCard } from '#components/calculator/earned-card.tsx';
import { JsonView } from '#components/calculator/json-view.tsx';
import { NotPaidCard, PendingCard } from '#components/calculator/unpaid-cards.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { DescriptionList, type Fact } from '#components/ui/description-list.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { Evaluation } from '#lib/domain/compensation/evaluation.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { type Ore, sumOre } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Three hundred years of months are no use to anybody; they are all in the answer as JSON. */
const MOST_ROWS = 60;

export interface ResultViewProps {
  evaluation: Evaluation;
  input: unknown;
  agreementName: string;
  asOf: PlainDate | null;
  /** Where this calculation is. */
  address: string;
  endpoint: string;
}

/** What a placement gives: the sums, then each amount with its reason. */
export function ResultView({ evaluation, input, agreementName, asOf, address, endpoint }: ResultViewProps) {
  const t = useTranslations('calculator.result');
  const locale = useLocale();
  const { lines, pending, notPayable, totals } = evaluation;
  const sum = (entries: readonly { readonly amountOre: Ore }[]) =>
    sumOre(entries.map((entry) => entry.amountOre));
  const amount = (value: Ore) => (
    <>
      <Amount value={value} exact /> <Example />
    </>
  );
  const others: Fact[] = [];
  if (pending.length > 0) others.push({ term: t('pendingTotal'), detail: amount(sum(pending)) });
  if (notPayable.length > 0) others.push({ term: t('notPaidTotal'), detail: amount(sum(notPayable)) });
  return (
    <section id="result" aria-labelledby="result-title" className="mt-10 grid gap-5">
      <div>
        <h2 id="result-title">{t('title')}</h2>
        <p className="mt-3">
          {t('total')} <Amount value={totals.earnedOre} size="big" exact /> <Example />
        </p>
        <p className="text-ink-2">
          {asOf !== null && t('totalNote', { date: dateInWords(asOf, locale) })}{' '}
          {t('agreement', { name: agreementName })}
        </p>
        {others.length > 0 && <DescriptionList layout="line" facts={others} className="mt-3" />}
      </div>
      <EarnedCard lines={lines.slice(0, MOST_ROWS)} more={Math.max(0, lines.length - MOST_ROWS)} />
      {pending.length > 0 && (
        <PendingCard pending={pending.slice(0, MOST_ROWS)} more={Math.max(0, pending.length - MOST_ROWS)} />
      )}
      {notPayable.length > 0 && (
        <NotPaidCard
          notPayable={notPayable.slice(0, MOST_ROWS)}
          more={Math.max(0, notPayable.length - MOST_ROWS)}
        />
      )}
      <div>
        <p>
          <TextLink href={address}>{t('share')}</TextLink>
        </p>
        <p className="text-ink-2">{t('shareText')}</p>
      </div>
      <JsonView input={input} evaluation={evaluation} endpoint={endpoint} />
    </section>
  );
}
