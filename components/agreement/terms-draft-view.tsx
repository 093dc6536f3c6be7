import { useLocale, useTranslations } from 'next-intl';
import { DifferenceTable } from '#components/agreement/difference-table.tsx';
import { DraftActions } from '#components/agreement/draft-actions.tsx';
import { DraftNotice } from '#components/agreement/draft-notice.tsx';
import { DraftStatusText } from '#components/agreement/draft-status.tsx';
import { LifeFacts } from '#components/agreement/life-facts.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { Task } from '#components/ui/task-list.tsx';
import type { Difference } from '#lib/domain/agreement/difference.ts';
import type { DraftLife, DraftRights } from '#lib/domain/agreement/version-draft.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { parsePlainDate } from '#lib/shared/plain-date.ts';

const REACHED = ['placements', 'providers', 'choosing', 'reports', 'statements'] as const;

interface TermsDraftViewProps {
  id: string;
  validFrom: string;
  faults: number;
  differences: readonly Difference[];
  /** Whom new terms would reach today. */
  reach: Readonly<Record<(typeof REACHED)[number], number>>;
  life: DraftLife;
  rights: DraftRights;
  contentHash: string;
  attempt: KeptForm | null;
  newKey: () => string;
}

/** Terms on their way: what they change and for how many, who has done what, and what can be done now. */
export function TermsDraftView(props: TermsDraftViewProps) {
  const { id, validFrom, faults, differences, reach, life, rights, attempt } = props;
  const t = useTranslations('agreement');
  const locale = useLocale();
  const address = `/admin/terms/drafts/${id}`;
  const date = parsePlainDate(validFrom);
  const title = date === null ? t('terms.undated') : t('terms.title', { date: formatDate(date, locale) });
  return (
    <>
      <AttemptSummary attempt={attempt} />
      <Breadcrumbs above={[{ href: '/admin/agreements', words: t('list.title') }]} here={title} />
      <PageHeading title={title} lead={t('terms.lead')}>
        <p className="mt-3">
          <DraftStatusText status={life.status} />
        </p>
      </PageHeading>
      <DraftNotice
        life={life}
        rights={rights}
        published={{
          href: `/admin/terms/villkor-${validFrom}`,
          text: t('terms.publishedNote'),
          open: t('terms.openVersion'),
        }}
      />
      <PageSection title={t('draft.parts')}>
        <Sheet className="px-6 py-5 max-md:px-4">
          <ul>
            <Task
              href={`${address}/edit`}
              title={t(rights.mayEdit ? 'terms.write' : 'terms.read')}
              status={
                <Status tone={faults === 0 ? 'ok' : 'stop'}>{t('draft.faults', { count: faults })}</Status>
              }
            >
              {t('terms.writeText')}
            </Task>
          </ul>
        </Sheet>
      </PageSection>
      <PageSection title={t('draft.difference')} note={t('terms.differenceNote')}>
        <DifferenceTable differences={differences} nothing={t('terms.noDifference')} />
      </PageSection>
      <PageSection title={t('terms.reach')} note={t('terms.reachNote')}>
        <Sheet className="px-6 py-3 max-md:px-4">
          <DescriptionList facts={REACHED.map((key) => ({ term: t(`terms.${key}`), detail: reach[key] }))} />
        </Sheet>
      </PageSection>
      <PageSection title={t('draft.people')}>
        <LifeFacts life={life} />
      </PageSection>
      <DraftActions
        address={address}
        life={life}
        rights={rights}
        contentHash={props.contentHash}
        publishWords={t('terms.publish')}
        attempt={attempt}
        newKey={props.newKey}
      />
    </>
  );
}
