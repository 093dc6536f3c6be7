import { useTranslations } from 'next-intl';
import { AddCases } from '#components/agreement/add-cases.tsx';
import { CaseCard } from '#components/agreement/case-card.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { fieldId } from '#components/ui/field-id.ts';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { GoldenCase } from '#lib/domain/agreement/golden-case.ts';
import type { Readiness } from '#lib/domain/agreement/readiness.ts';
import { COMPONENT_SV } from '#lib/domain/compensation/swedish.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface CasesViewProps {
  id: string;
  name: string;
  follows: boolean;
  goldenCases: readonly GoldenCase[];
  outputHashes: readonly (string | null)[];
  readiness: Readiness;
  version: number;
  mayEdit: boolean;
  /** Forms that failed, by the name of their command. */
  attempts: { any: KeptForm | null; save: KeptForm | null; add: KeptForm | null };
  newKey: () => string;
}

/** The golden cases of a draft, calculated as it is now: those that hold, and exactly how the others differ. */
export function CasesView(props: CasesViewProps) {
  const { id, name, goldenCases, outputHashes, readiness, version, mayEdit, attempts, newKey } = props;
  const t = useTranslations('agreement');
  const address = `/admin/agreements/drafts/${id}`;
  const saved = attempts.save?.values['index'];
  return (
    <>
      <AttemptSummary attempt={attempts.any} />
      <Breadcrumbs
        above={[
          { href: '/admin/agreements', words: t('list.title') },
          { href: address, words: name === '' ? t('list.unnamed') : name },
        ]}
        here={t('cases.title')}
      />
      <PageHeading title={t('cases.title')} lead={t('cases.lead')} />
      <Coverage readiness={readiness} address={address} />
      {goldenCases.length === 0 ? (
        <EmptyState>{t('cases.empty')}</EmptyState>
      ) : (
        <div className="grid gap-6">
          {goldenCases.map((golden, index) => (
            <CaseCard
              key={`${golden.name} ${String(index)}`}
              address={address}
              version={version}
              index={index}
              golden={golden}
              checked={readiness.cases[index]?.checked ?? null}
              outputHash={outputHashes[index] ?? null}
              mayEdit={mayEdit}
              attempt={saved === String(index) ? attempts.save : null}
              newKey={newKey}
            />
          ))}
        </div>
      )}
      {mayEdit && (
        <AddCases
          address={address}
          version={version}
          follows={props.follows}
          pasted={attempts.add}
          written={saved === '' ? attempts.save : null}
          newKey={newKey}
        />
      )}
      <LinkAction look="quiet" href={address} className="mt-6">
        {t('edit.back')}
      </LinkAction>
    </>
  );
}

function Coverage({ readiness, address }: { readiness: Readiness; address: string }) {
  const t = useTranslations('agreement.cases');
  const { faults, uncovered, paid } = readiness;
  if (paid.length === 0 && faults.length > 0) {
    return (
      <Notice
        tone="warn"
        className="mb-8"
        action={<LinkAction href={`${address}/edit`}>{t('correct')}</LinkAction>}
      >
        {t('blocked')}
      </Notice>
    );
  }
  return (
    <div id={fieldId('cases')} tabIndex={-1} className="mb-8">
      <Notice tone={uncovered.length === 0 ? 'ok' : 'warn'}>
        {uncovered.length === 0
          ? t('covered')
          : t('uncovered', {
              components: uncovered.map((component) => COMPONENT_SV[component].toLowerCase()).join(', '),
            })}
      </Notice>
    </div>
  );
}
