import { useTranslations } from 'next-intl';
import { CodeBlock } from '#components/api-docs/code-block.tsx';
import { FieldTable } from '#components/api-docs/field-table.tsx';
import type { ApiPageWebhooks } from '#lib/domain/api/api-page.ts';

const RULES = ['signature', 'answer', 'once', 'https'] as const;

const VERIFY = `if (!isFromPortal(headers['webhook-signature'], body, secret)) return 401;
const event = JSON.parse(body);`;

/** What the portal tells a system, and what a receiver needs to know to believe it and take it once. */
export function WebhooksPart({ webhooks }: { webhooks: ApiPageWebhooks }) {
  const t = useTranslations('api-docs.page.webhooks');
  return (
    <section
      id="webhooks"
      aria-labelledby="webhooks-title"
      className="mt-12 border-t border-line-strong pt-6"
    >
      <h2 id="webhooks-title" className="text-lg">
        {t('title')}
      </h2>
      <p className="mt-3 max-w-measure">{t('text')}</p>
      <ul className="mt-3 grid max-w-measure list-disc gap-2 pl-5">
        {RULES.map((rule) => (
          <li key={rule}>{t(rule)}</li>
        ))}
      </ul>
      <h3 className="mt-4 text-base">{t('events')}</h3>
      <ul className="columns-2xs font-mono text-sm">
        {webhooks.events.map((event) => (
          <li key={event}>{event}</li>
        ))}
      </ul>
      <CodeBlock label={t('verify')} code={VERIFY} />
      <CodeBlock label={t('example')} code={webhooks.example} />
      <FieldTable caption={t('headers')} fields={webhooks.headers} />
      <FieldTable caption={t('report')} fields={webhooks.report} />
      <FieldTable caption={t('statement')} fields={webhooks.statement} />
    </section>
  );
}
