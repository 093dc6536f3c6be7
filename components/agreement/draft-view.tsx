import { useTranslations } from 'next-intl';
import { DifferenceTable } from '#components/agreement/difference-table.tsx';
import { DraftActions } from '#components/agreement/draft-actions.tsx';
import { DraftNotice } from '#components/agreement/draft-notice.tsx';
import { DraftStatusText } from '#components/agreement/draft-status.tsx';
import { DraftTasks, type DraftTasksProps } from '#components/agreement/draft-tasks.tsx';
import { LifeFacts } from '#components/agreement/life-facts.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import type { Difference } from '#lib/domain/agreement/difference.ts';
import type { DraftLife, DraftRights } from '#lib/domain/agreement/version-draft.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface DraftViewProps {
  id: string;
  agreementVersionId: string;
  name: string;
  replaces: { id: string; name: string } | null;
  readiness: DraftTasksProps['readiness'];
  impact: DraftTasksProps['impact'];
  differences: readonly Difference[];
  life: DraftLife;
  rights: DraftRights;
  contentHash: string;
  attempt: KeptForm | null;
  newKey: () => string;
}

/** A draft of an agreement version: what is left, what it changes, who has done what, and what can be done with it now. */
export function DraftView(props: DraftViewProps) {
  const { id, replaces, readiness, impact, life, rights, differences, attempt } = props;
  const t = useTranslations('agreement');
  const address = `/admin/agreements/drafts/${id}`;
  const title = props.name === '' ? t('list.unnamed') : props.name;
  const versionId = props.agreementVersionId === '' ? t('draft.noId') : props.agreementVersionId;
  return (
    <>
      <AttemptSummary attempt={attempt} />
      <Breadcrumbs above={[{ href: '/admin/agreements', words: t('list.title') }]} here={title} />
      <PageHeading
        title={title}
        lead={
          replaces === null
            ? t('draft.lead', { id: versionId })
            : t('draft.leadFollows', { id: versionId, name: `${replaces.name} (${replaces.id})` })
        }
      >
        <p className="mt-3">
          <DraftStatusText status={life.status} />
        </p>
      </PageHeading>
      <DraftNotice
        life={life}
        rights={rights}
        published={{
          href: `/admin/agreements/${encodeURIComponent(versionId)}`,
          text: t('draft.publishedNote'),
          open: t('draft.openVersion'),
        }}
      />
      <PageSection title={t('draft.parts')}>
        <DraftTasks
          address={address}
          readiness={readiness}
          impact={impact}
          follows={replaces !== null}
          mayEdit={rights.mayEdit}
        />
      </PageSection>
      {replaces !== null && (
        <PageSection title={t('draft.difference')} note={t('draft.differenceNote')}>
          <DifferenceTable differences={differences} nothing={t('draft.noDifference')} />
        </PageSection>
      )}
      <PageSection title={t('draft.people')}>
        <LifeFacts life={life} />
      </PageSection>
      <DraftActions
        address={address}
        life={life}
        rights={rights}
        contentHash={props.contentHash}
        publishWords={t('draft.publish')}
        attempt={attempt}
        newKey={props.newKey}
      />
    </>
  );
}
