import { useLocale, useTranslations } from 'next-intl';
import { AmountReasons } from '#components/statement/answer/amount-reasons.tsx';
import { MessageField } from '#components/statement/answer/message-field.tsx';
import { useGroupWords } from '#components/statement/group-words.ts';
import { SubjectText } from '#components/statement/subject-text.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { awaitsAnswer } from '#lib/domain/statement/answer-statement.ts';
import type { DisputableAmount } from '#lib/domain/statement/dispute-view.ts';
import type { StatementStatus } from '#lib/domain/statement/statement-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

interface ComposeDisputeViewProps {
  statement: {
    readonly id: string;
    readonly version: number;
    readonly cutOff: PlainDate;
    readonly status: StatementStatus;
  };
  amount: DisputableAmount;
  openDisputeId: string | null;
  /** The page's own path and query. */
  back: string;
  attempt: KeptForm | null;
  formKey: string;
}

/** One amount with its reasons, and the words why the provider does not agree. */
export function ComposeDisputeView(props: ComposeDisputeViewProps) {
  const { statement, amount, openDisputeId, attempt } = props;
  const t = useTranslations('statement-answer.dispute');
  const locale = useLocale();
  const words = useGroupWords();
  const base = `/provider/statements/${statement.id}`;
  return (
    <>
      {attempt !== null && <ErrorSummary title={attempt.problem.title} problems={attempt.problem.errors} />}
      <PageHeading title={t('title')} lead={t('lead')} />
      <Card title={t('amount')} className="max-w-[760px]">
        <p>
          <Amount value={amount.amountOre} exact size="big" /> <Example />
        </p>
        <p className="mt-1">
          {words.title({ ...amount, correction: amount.isCorrection })},{' '}
          <SubjectText subject={amount.subject} />,{' '}
          {t('onStatement', { date: formatDate(statement.cutOff, locale) })}
        </p>
        <div className="mt-4">
          <AmountReasons amount={amount} />
        </div>
      </Card>
      <div className="mt-6 max-w-[760px]">
        {openDisputeId !== null ? (
          <Notice
            action={<LinkAction href={`${base}/disputes/${openDisputeId}`}>{t('alreadyRead')}</LinkAction>}
          >
            {t('already')}
          </Notice>
        ) : awaitsAnswer(statement.status) ? (
          <ComposeForm {...props} base={base} />
        ) : (
          <Notice action={<LinkAction href={base}>{t('back')}</LinkAction>}>{t('closed')}</Notice>
        )}
      </div>
    </>
  );
}

function ComposeForm({
  statement,
  amount,
  back,
  attempt,
  formKey,
  base,
}: ComposeDisputeViewProps & { base: string }) {
  const t = useTranslations('statement-answer.dispute');
  return (
    <form method="post" action={`/api/statements/${statement.id}/dispute`} className="grid gap-4">
      <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back={back} />
      <input type="hidden" name="version" value={statement.version} />
      <input type="hidden" name="placementId" value={amount.placementId} />
      <input type="hidden" name="key" value={amount.key} />
      <MessageField label={t('text')} hint={t('hint')} attempt={attempt} rows={8} />
      <div className="flex flex-wrap gap-3">
        <Button look="go" big>
          {t('submit')}
        </Button>
        <LinkAction look="quiet" href={base}>
          {t('back')}
        </LinkAction>
      </div>
    </form>
  );
}
