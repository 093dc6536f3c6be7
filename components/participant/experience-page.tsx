import { useTranslations } from 'next-intl';
import { ExperienceForm } from '#components/experience/experience-form.tsx';
import { ExperienceItem } from '#components/experience/experience-item.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { type Experience, EXPERIENCE_KINDS } from '#lib/domain/experience/experience.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  /** Null where no placement goes on: then it can be read only. */
  readonly placementId: string | null;
  readonly experience: readonly Experience[];
  readonly keys: ReadonlyMap<string, string>;
  readonly attempt: KeptForm | null;
  readonly done: 'saved' | 'removed' | null;
};

const HERE = '/participant/experience';

/** What the participant has done and can, in their own words. */
export function ExperiencePage({ placementId, experience, keys, attempt, done }: Props) {
  const t = useTranslations('participant.experience');
  const words = useTranslations('participants.experience');
  const isNew = attempt !== null && (attempt.values['threadId'] ?? '') === '';
  return (
    <>
      {attempt !== null && (
        <ErrorSummary
          problems={attempt.problem.errors}
          title={attempt.problem.errors.length === 0 ? attempt.problem.title : undefined}
        />
      )}
      <PageHeading title={t('title')} lead={t('lead')} />
      {done !== null && attempt === null && (
        <Notice tone="ok" className="mb-6">
          {t(done)}
        </Notice>
      )}
      <div className="grid gap-6">
        <Card title={t('yours')}>
          {experience.length === 0 && <p>{t('none')}</p>}
          {EXPERIENCE_KINDS.map((kind) => {
            const items = experience.filter((item) => item.kind === kind);
            if (items.length === 0) return null;
            return (
              <div key={kind} className="mt-4 first:mt-0">
                <h3 className="mb-1">{words(`kinds.${kind}`)}</h3>
                <ul>
                  {items.map((item) => (
                    <ExperienceItem
                      key={item.threadId}
                      item={item}
                      placementId={placementId ?? ''}
                      back={HERE}
                      writing={placementId === null ? null : { keys, attempt }}
                      hand="participant"
                    />
                  ))}
                </ul>
              </div>
            );
          })}
        </Card>
        <Card title={words('add')}>
          {placementId === null ? (
            <p>{t('none2')}</p>
          ) : (
            <ExperienceForm
              placementId={placementId}
              back={HERE}
              formKey={keys.get('new') ?? ''}
              attempt={isNew ? attempt : null}
              item={null}
            />
          )}
        </Card>
      </div>
    </>
  );
}
