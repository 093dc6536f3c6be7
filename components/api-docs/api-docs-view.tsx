import { useTranslations } from 'next-intl';
import { FaultTables } from '#components/api-docs/fault-tables.tsx';
import { OperationPart } from '#components/api-docs/operation-part.tsx';
import { RowCodes } from '#components/api-docs/row-codes.tsx';
import { WebhooksPart } from '#components/api-docs/webhooks-part.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ApiPage } from '#lib/domain/api/api-page.ts';

const STEPS = ['system', 'standing', 'token', 'try', 'client'] as const;
const RULES = ['json', 'key', 'version', 'reach'] as const;

/** The API for people: the same document that programs read, with how to get in and what every code means. */
export function ApiDocsView({ page }: { page: ApiPage }) {
  const t = useTranslations('api-docs.page');
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <p>
        <TextLink href="/api/openapi.json">{t('document')}</TextLink>
      </p>
      <nav aria-labelledby="contents" className="no-print mt-8">
        <h2 id="contents" className="mb-2 text-base">
          {t('contents')}
        </h2>
        <ul className="grid gap-x-8 sm:grid-cols-2">
          {page.operations.map(({ id, summary }) => (
            <li key={id}>
              <TextLink href={`#${id}`} className="inline-flex min-h-(--target) items-center">
                {summary}
              </TextLink>
            </li>
          ))}
          {(['webhooks', 'codes', 'faults'] as const).map((part) => (
            <li key={part}>
              <TextLink href={`#${part}`} className="inline-flex min-h-(--target) items-center">
                {t(`${part}.title`)}
              </TextLink>
            </li>
          ))}
        </ul>
      </nav>
      <PageSection title={t('start.title')}>
        <ol className="grid max-w-measure list-decimal gap-2 pl-5">
          {STEPS.map((step) => (
            <li key={step}>{t(`start.${step}`)}</li>
          ))}
        </ol>
      </PageSection>
      <PageSection title={t('rules.title')}>
        <ul className="grid max-w-measure list-disc gap-2 pl-5">
          {RULES.map((rule) => (
            <li key={rule}>{t(`rules.${rule}`)}</li>
          ))}
          <li>{t('rules.limit', page.limit)}</li>
        </ul>
      </PageSection>
      {page.operations.map((operation) => (
        <OperationPart key={operation.id} operation={operation} />
      ))}
      <WebhooksPart webhooks={page.webhooks} />
      <RowCodes codes={page.rowCodes} />
      <section id="faults" aria-labelledby="faults-title" className="mt-12 border-t border-line-strong pt-6">
        <h2 id="faults-title" className="text-lg">
          {t('faults.title')}
        </h2>
        <p className="mt-3 max-w-measure">{t('faults.text')}</p>
        <FaultTables faults={page.faults} calculationFaults={page.calculationFaults} />
      </section>
    </>
  );
}
