import { useLocale, useTranslations } from 'next-intl';
import { InstantText } from '#components/ui/date-text.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Receipt } from '#components/ui/receipt.tsx';
import { answererInWords } from '#lib/domain/evidence/answerer.ts';
import type { AskedConfirmation, ConfirmationState } from '#lib/domain/evidence/confirmation.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

/** What is behind a link that is not answered (any more): why, and what to do. Whom it was about is not said again. */
export function ConfirmClosed({
  asked,
  state,
}: {
  readonly asked: AskedConfirmation;
  readonly state: Exclude<ConfirmationState, 'open'>;
}) {
  const t = useTranslations('evidence.state');
  const locale = useLocale();
  const instant = state === 'answered' ? asked.answer?.answeredAt : asked.expiresAt;
  const day = instant === undefined ? '' : formatDate(plainDateFromDate(new Date(instant)), locale);
  const facts = { who: answererInWords(asked.type), provider: asked.providerName, day };
  return (
    <>
      <PageHeading title={t(`${state}.title`)} lead={t(`${state}.text`, facts)} />
      <p className="max-w-measure">{t(`${state}.fix`, facts)}</p>
    </>
  );
}

/** The answer has been received: who answered, what and when, and a number to refer to. */
export function ConfirmReceipt({ asked }: { readonly asked: AskedConfirmation }) {
  const t = useTranslations('evidence.receipt');
  const { answer, employerName, providerName } = asked;
  if (answer === null) return null;
  return (
    <Receipt
      title={t('title')}
      facts={[
        { term: t('answer'), detail: t(`said.${answer.kind}`) },
        { term: t('name'), detail: answer.name },
        { term: t('employer', { who: answererInWords(asked.type) }), detail: employerName },
        { term: t('provider'), detail: providerName },
        { term: t('at'), detail: <InstantText instant={new Date(answer.answeredAt)} /> },
        { term: t('number'), detail: answer.contentHash.slice(0, 16) },
      ]}
    >
      {t('next', { provider: providerName })}
    </Receipt>
  );
}

/** No question: the same words whoever asks. */
export function ConfirmNothing() {
  const t = useTranslations('evidence.state.unknown');
  return (
    <>
      <PageHeading title={t('title')} lead={t('text')} />
      <p className="max-w-measure">{t('fix')}</p>
    </>
  );
}
