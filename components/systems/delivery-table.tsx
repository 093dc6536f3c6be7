import { useLocale, useTranslations } from 'next-intl';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { DeliveryText } from '#components/systems/delivery-text.tsx';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { DeliveryView } from '#lib/domain/api-client/system-view.ts';
import { clockInWords, dateInWords } from '#lib/shared/i18n/date-words.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

interface DeliveryTableProps {
  endpointId: string;
  deliveries: readonly DeliveryView[];
  /** Null: the reader may look only, or nothing is sent at present. */
  formKey: string | null;
}

/** What a receiver was sent, and how that went. */
export function DeliveryTable({ endpointId, deliveries, formKey }: DeliveryTableProps) {
  const t = useTranslations('systems.deliveries');
  const tEvents = useTranslations('systems.events');
  return (
    <Sheet className="px-4 pt-4 pb-1 md:px-6">
      <DataTable
        caption={t('caption')}
        captionHidden
        rows={deliveries}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'event',
            head: t('event'),
            cell: ({ type, occurredAt }) => (
              <>
                {tEvents(type)}
                <small className="block font-normal text-ink-2">
                  <InstantText instant={occurredAt} />
                </small>
              </>
            ),
          },
          { key: 'state', head: t('state'), cell: (delivery) => <DeliveryText delivery={delivery} /> },
          { key: 'attempts', head: t('attempts'), numeric: true, cell: ({ attempts }) => attempts },
          {
            key: 'answer',
            head: t('answer'),
            wide: true,
            cell: ({ responseStatus, answer }) =>
              responseStatus !== null && (
                <>
                  {responseStatus}
                  {answer !== null && answer !== '' && (
                    <code className="block max-w-80 font-mono text-xs wrap-anywhere text-ink-2">
                      {answer}
                    </code>
                  )}
                </>
              ),
          },
          ...(formKey === null
            ? []
            : [
                {
                  key: 'again',
                  head: t('again'),
                  headHidden: true,
                  cell: (delivery: DeliveryView) => (
                    <SendAgain endpointId={endpointId} delivery={delivery} formKey={formKey} />
                  ),
                },
              ]),
        ]}
      />
    </Sheet>
  );
}

interface SendAgainProps {
  endpointId: string;
  delivery: DeliveryView;
  formKey: string;
}

function SendAgain({ endpointId, delivery: { id, type, occurredAt }, formKey }: SendAgainProps) {
  const t = useTranslations('systems.deliveries');
  const tEvents = useTranslations('systems.events');
  const locale = useLocale();
  const when = `${dateInWords(plainDateFromDate(occurredAt), locale, 'date')} ${clockInWords(occurredAt, locale)}`;
  return (
    <form method="post" action={`/api/provider/webhooks/${endpointId}/deliveries/${id}/send`}>
      <FormBasis formKey={`${formKey}-${id}`} back={`/provider/systems/webhooks/${endpointId}`} />
      <Button look="plain" aria-label={t('againFor', { event: tEvents(type), when })}>
        {t('again')}
      </Button>
    </form>
  );
}
