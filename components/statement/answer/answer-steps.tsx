import { useLocale, useTranslations } from 'next-intl';
import type { AnswerReader } from '#components/statement/answer/answer-panel.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { StatementAnswer } from '#lib/domain/statement/dispute-view.ts';
import { clockInWords, dateInWords } from '#lib/shared/i18n/date-words.ts';
import { formatKronor } from '#lib/shared/money.ts';
import { type PlainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';

interface AnswerStepsProps {
  answer: StatementAnswer;
  reader: AnswerReader;
  today: PlainDate;
}

/** The next step of the answer in sentences, with the one way on. */
export function AnswerSteps({ answer, reader, today }: AnswerStepsProps) {
  switch (answer.status) {
    case 'open':
      return null;
    case 'proposed':
      return <Proposed answer={answer} reader={reader} today={today} />;
    case 'disputed':
      return <Disputed answer={answer} reader={reader} />;
    case 'accepted':
    case 'authorised':
    case 'paid':
      return <Answered answer={answer} reader={reader} />;
  }
}

function Proposed({ answer: { acceptBy, payDay, sums }, reader, today }: AnswerStepsProps) {
  const t = useTranslations('statement-answer.panel');
  const locale = useLocale();
  if (acceptBy !== null && acceptBy < today) {
    return (
      <p className="font-medium">{t('periodOver', { day: dateInWords(acceptBy, locale, 'weekday') })}</p>
    );
  }
  const by = reader.answers ? 'answerBy' : reader.isProvider ? 'answerWaits' : 'answerByAuthority';
  return (
    <div className="max-w-measure">
      <p className="font-medium">
        {acceptBy === null ? t('noPeriod') : t(by, { day: dateInWords(acceptBy, locale, 'weekday') })}
      </p>
      {reader.answers && (
        <>
          <p className="mt-2">
            {payDay === null
              ? t('nothingIf')
              : t('payDayIf', {
                  amount: formatKronor(sums.payableOre, locale),
                  day: dateInWords(payDay, locale, 'weekday'),
                })}
          </p>
          <p className="mt-2 text-ink-2">{t('howToDispute')}</p>
          <LinkAction look="go" className="mt-4" href={`${reader.base}/accept`}>
            {t('accept')}
          </LinkAction>
        </>
      )}
    </div>
  );
}

function openOf({ disputes }: StatementAnswer): number {
  return disputes.filter(({ closedAt }) => closedAt === null).length;
}

function Disputed({ answer, reader }: Omit<AnswerStepsProps, 'today'>) {
  const t = useTranslations('statement-answer.panel');
  const count = openOf(answer);
  return (
    <div className="max-w-measure">
      <p className="font-medium">{t(reader.isProvider ? 'disputed' : 'disputedAuthority', { count })}</p>
      {reader.answers && (
        <>
          <p className="mt-2 text-ink-2">{t('acceptNow')}</p>
          <LinkAction className="mt-4" href={`${reader.base}/accept`}>
            {t('acceptDisputed')}
          </LinkAction>
        </>
      )}
    </div>
  );
}

function Answered({ answer, reader }: Omit<AnswerStepsProps, 'today'>) {
  const t = useTranslations('statement-answer.panel');
  const locale = useLocale();
  const { status, payDay } = answer;
  const day = payDay === null ? null : dateInWords(payDay, locale);
  const open = openOf(answer);
  return (
    <div className="max-w-measure">
      <p className="font-medium">
        <AcceptedBy answer={answer} />
      </p>
      {status === 'authorised' && <p className="mt-1">{t('authorised')}</p>}
      {day !== null && <p className="mt-1">{t(status === 'paid' ? 'paid' : 'payDay', { day })}</p>}
      {open > 0 && <p className="mt-2 text-ink-2">{t('goesOn', { count: open })}</p>}
      {reader.isProvider && (
        <p className="mt-3">
          <TextLink href={`${reader.base}/accept`}>{t('confirmation')}</TextLink>
        </p>
      )}
    </div>
  );
}

function AcceptedBy({ answer: { accepted } }: { answer: StatementAnswer }) {
  const t = useTranslations('statement-answer.panel');
  const locale = useLocale();
  if (accepted === null) return null;
  const { at, by, name } = accepted;
  const time = `${dateInWords(plainDateFromDate(at), locale)} ${clockInWords(at, locale)}`;
  if (by === 'silence') return t('acceptedBySilence', { time });
  return name === null ? t('acceptedUnnamed', { time }) : t('accepted', { name, time });
}
