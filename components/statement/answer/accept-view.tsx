import { useLocale, useTranslations } from 'next-intl';
import { AcceptReceipt } from '#components/statement/answer/accept-receipt.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { DescriptionList, type Fact } from '#components/ui/description-list.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { awaitsAnswer } from '#lib/domain/statement/answer-statement.ts';
import type { StatementAnswer } from '#lib/domain/statement/dispute-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface AcceptViewProps {
  answer: StatementAnswer;
  /** Whether the reader answers statements; others see how it was answered. */
  answers: boolean;
  attempt: KeptForm | null;
  formKey: string;
}

/** What a signatory accepts, before; who accepted it and when, after. */
export function AcceptView(props: AcceptViewProps) {
  const { answer, answers, attempt } = props;
  const t = useTranslations('statement-answer.accept');
  const locale = useLocale();
  const href = `/provider/statements/${answer.id}`;
  if (!awaitsAnswer(answer.status) || !answers) return <AcceptReceipt answer={answer} href={href} />;
  const open = answer.disputes.filter(({ closedAt }) => closedAt === null).length;
  return (
    <>
      {attempt !== null && <ErrorSummary title={attempt.problem.title} problems={attempt.problem.errors} />}
      <PageHeading title={t('title', { date: formatDate(answer.cutOff, locale) })} lead={t('lead')} />
      <Card title={t('what')} className="max-w-[760px]">
        <Sums answer={answer} />
      </Card>
      {open > 0 && (
        <Notice tone="wait" className="mt-6 max-w-[760px]">
          {t('open', { count: open })}
        </Notice>
      )}
      <form
        method="post"
        action={`/api/statements/${answer.id}/accept`}
        className="mt-6 flex flex-wrap gap-3"
      >
        <FormBasis formKey={attempt?.idempotencyKey ?? props.formKey} back={`${href}/accept`} />
        <input type="hidden" name="version" value={answer.version} />
        <Button look="go" big>
          {t('submit')}
        </Button>
        <LinkAction look="quiet" href={href}>
          {t('back')}
        </LinkAction>
      </form>
    </>
  );
}

/** From the lines' sum to what is paid, and when. */
function Sums({ answer: { sums, payDay } }: { answer: StatementAnswer }) {
  const t = useTranslations('statement-answer.accept');
  const parts = [
    ['net', sums.netOre, true],
    ['vat', sums.vatOre, true],
    ['balanceIn', sums.balanceInOre, false],
    ['rounding', sums.roundingOre, false],
    ['payable', sums.payableOre, true],
    ['balanceOut', sums.balanceOutOre, false],
  ] as const;
  const facts: readonly Fact[] = parts
    .filter(([, amount, always]) => always || amount !== 0)
    .map(([part, amount]) => ({
      term: t(part),
      detail: <Amount value={amount} exact size={part === 'payable' ? 'lead' : 'text'} />,
    }));
  return (
    <>
      <DescriptionList layout="ends" facts={facts} />
      <p className="mt-1 text-end">
        <Example />
      </p>
      <div className="mt-4 border-t border-line pt-4">
        {payDay === null ? (
          <p>{t('nothingPaid')}</p>
        ) : (
          <p>
            {t('payDay')}{' '}
            <b>
              <DateText date={payDay} style="weekdayDate" />
            </b>
            . <span className="text-ink-2">{t('payDayHint')}</span>
          </p>
        )}
      </div>
    </>
  );
}
