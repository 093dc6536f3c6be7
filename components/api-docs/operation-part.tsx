import { useTranslations } from 'next-intl';
import { CodeBlock } from '#components/api-docs/code-block.tsx';
import { FieldTable } from '#components/api-docs/field-table.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import type { ApiPageOperation } from '#lib/domain/api/api-page.ts';

/** One operation: what it is for, how it is called, what comes back, what can go wrong. */
export function OperationPart({ operation }: { operation: ApiPageOperation }) {
  const t = useTranslations('api-docs.page.operation');
  const { id, method, path, summary, description, scopes, parameters, body, answer, problems } = operation;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="mt-12 scroll-mt-6 border-t border-line-strong pt-6"
    >
      <h2 id={`${id}-title`} className="text-lg">
        {summary}
      </h2>
      <p className="mt-2 font-mono text-sm wrap-anywhere">
        <strong>{method}</strong> {path}
      </p>
      <p className="mt-3 max-w-measure">{description}</p>
      <p className="mt-2 text-sm text-ink-2">
        {scopes === null ? (
          t('open')
        ) : (
          <>
            {t('needs')} <code className="font-mono">{scopes.join(` ${t('or')} `)}</code>
          </>
        )}
      </p>
      <CodeBlock label={`curl: ${summary}`} code={operation.curl} />
      {operation.typescript !== null && (
        <CodeBlock label={`TypeScript: ${summary}`} code={operation.typescript} />
      )}
      <FieldTable caption={t('address')} fields={parameters} />
      {body !== null && <FieldTable caption={t('body')} fields={body.fields} />}
      {body?.example != null && (
        <DisclosureMore summary={`${t('requestExample')}: ${summary}`} className="mt-4">
          <CodeBlock label={t('requestExample')} code={body.example} />
        </DisclosureMore>
      )}
      <FieldTable caption={t('answer')} fields={answer.fields} />
      <DisclosureMore summary={`${t('answerExample')}: ${summary}`} className="mt-4">
        <CodeBlock label={t('answerExample')} code={answer.example} />
      </DisclosureMore>
      {problems.length > 0 && (
        <DataTable
          caption={t('problems')}
          className="mt-6"
          rows={problems}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'code',
              head: t('code'),
              cell: ({ code }) => <code className="font-mono text-sm">{code}</code>,
            },
            { key: 'status', head: t('status'), numeric: true, cell: ({ status }) => status },
            { key: 'meaning', head: t('meaning'), wide: true, cell: ({ title }) => title },
          ]}
        />
      )}
    </section>
  );
}
