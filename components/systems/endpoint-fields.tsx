import { useTranslations } from 'next-intl';
import { ChoicesOf } from '#components/ui/choices-of.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { REPORT_EVENTS, STATEMENT_EVENTS, type WebhookEvent } from '#lib/domain/webhook/webhook-event.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

interface EndpointFieldsProps {
  url: string;
  events: ReadonlySet<string>;
  problems: readonly FieldProblem[] | undefined;
}

/** Where a receiver is, and what it is told of. */
export function EndpointFields({ url, events, problems }: EndpointFieldsProps) {
  const t = useTranslations('systems.newWebhook');
  const tEvents = useTranslations('systems.events');
  const options = (all: readonly WebhookEvent[]) => all.map((value) => ({ value, label: tEvents(value) }));
  return (
    <>
      <Field name="url" label={t('url')} hint={t('urlHint')} problems={problems}>
        {(control) => (
          <TextInput
            {...control}
            // Text, so that what is wrong is said by us and in the same words everywhere.
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            maxLength={500}
            defaultValue={url}
          />
        )}
      </Field>
      <ChoicesOf
        name="events"
        legend={t('events')}
        groups={[
          { title: t('reports'), options: options(REPORT_EVENTS) },
          { title: t('statements'), options: options(STATEMENT_EVENTS) },
        ]}
        chosen={events}
        problems={problems}
      />
    </>
  );
}
