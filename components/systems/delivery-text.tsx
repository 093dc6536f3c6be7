import { useTranslations } from 'next-intl';
import { InstantText } from '#components/ui/date-text.tsx';
import { Status, type Tone } from '#components/ui/status.tsx';
import type { DeliveryView } from '#lib/domain/api-client/system-view.ts';
import type { DeliveryState } from '#lib/domain/webhook/webhook-delivery.ts';

const TONES: Readonly<Record<DeliveryState, Tone>> = { waiting: 'wait', delivered: 'ok', failed: 'stop' };

/** Whether a message has arrived; why not, and when it is tried again. */
export function DeliveryText({ delivery }: { delivery: DeliveryView }) {
  const t = useTranslations('systems');
  const { state, nextAttemptAt, attempts } = delivery;
  const tone = state === 'waiting' && attempts > 0 ? 'warn' : TONES[state];
  const next = state === 'waiting' && attempts > 0 && (
    <span className="block">
      {t.rich('deliveries.next', { when: () => <InstantText instant={nextAttemptAt} /> })}
    </span>
  );
  return (
    <Status
      tone={tone}
      reason={
        <>
          <FailureText delivery={delivery} />
          {next}
        </>
      }
    >
      {t(`deliveryState.${state}`)}
    </Status>
  );
}

/** Why the last attempt came to nothing; nothing where it did not. */
export function FailureText({ delivery: { failure, responseStatus } }: { delivery: DeliveryView }) {
  const t = useTranslations('systems.failure');
  return failure === null ? null : t(failure, { status: responseStatus ?? 0 });
}
