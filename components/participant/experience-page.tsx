import { useTranslations } from 'next-intl';
import { ExperienceList } from '#components/experience/experience-list.tsx';
import { useOwnProblems } from '#components/participant/own-problems.ts';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { Experience } from '#lib/domain/experience/experience.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  /** Null where no placement goes on: then it can be read only. */
  readonly placementId: string | null;
  readonly experience: readonly Experience[];
  readonly keys: ReadonlyMap<string, string>;
  readonly attempt: KeptForm | null;
  readonly changing: string | null;
  readonly done: 'saved' | 'removed' | null;
};

/** What the participant has done and can, in their own words. */
export function ExperiencePage({ placementId, experience, keys, attempt, changing, done }: Props) {
  const t = useTranslations('participant.experience');
  const kept = useOwnProblems(attempt);
  return (
    <>
      <AttemptSummary attempt={kept} />
      <PageHeading title={t('title')} lead={t('lead')} />
      {done !== null && attempt === null && (
        <Notice tone="ok" className="mb-6">
          {t(done)}
        </Notice>
      )}
      <Card title={t('yours')}>
        <div className="grid gap-5">
          {experience.length === 0 && <p>{t('none')}</p>}
          <ExperienceList
            experience={experience}
            hand="participant"
            writing={
              placementId === null
                ? null
                : { placementId, here: '/participant/experience', keys, attempt: kept, changing }
            }
          />
          {placementId === null && <p>{t('none2')}</p>}
        </div>
      </Card>
    </>
  );
}
