import { useTranslations } from 'next-intl';
import { FailureText } from '#components/systems/delivery-text.tsx';
import { RefreshWhileWaiting } from '#components/ui/refresh-while-waiting.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { DeliveryView } from '#lib/domain/api-client/system-view.ts';

interface SentNoticeProps {
  delivery: DeliveryView;
  /** Of this very page, for those without JavaScript. */
  here: string;
}

/** What came of the message that was just sent by hand. */
export function SentNotice({ delivery, here }: SentNoticeProps) {
  const t = useTranslations('systems.sent');
  const { state, lastAttemptAt, failure, responseStatus, nextAttemptAt } = delivery;
  const isOnItsWay = state === 'waiting' && (failure === null || lastAttemptAt === null);
  if (isOnItsWay) {
    return (
      <Notice tone="wait" className="mb-6" action={<TextLink href={here}>{t('reload')}</TextLink>}>
        <output>{t('waiting')}</output>
        <RefreshWhileWaiting />
      </Notice>
    );
  }
  const hasArrived = state === 'delivered';
  return (
    <Notice
      tone={hasArrived ? 'ok' : 'stop'}
      title={hasArrived ? t('delivered') : t('failed')}
      className="mb-6"
    >
      <p>
        {hasArrived ? (
          t('answered', { status: responseStatus ?? 0 })
        ) : (
          <>
            <FailureText delivery={delivery} />.
          </>
        )}{' '}
        {state === 'waiting' && t.rich('again', { when: () => <InstantText instant={nextAttemptAt} /> })}
      </p>
      <Answer delivery={delivery} />
    </Notice>
  );
}

function Answer({ delivery: { answer, responseStatus } }: { delivery: DeliveryView }) {
  const t = useTranslations('systems.sent');
  if (responseStatus === null || answer === null) return null;
  if (answer === '') return <p className="mt-2 text-ink-2">{t('noAnswer')}</p>;
  return (
    <div className="mt-2">
      <p className="text-ink-2">{t('answer')}</p>
      <code className="block font-mono whitespace-pre-wrap wrap-anywhere">{answer}</code>
    </div>
  );
}
