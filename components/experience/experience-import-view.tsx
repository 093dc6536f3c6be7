import { useTranslations } from 'next-intl';
import { ExperienceCheck, type CheckedRow } from '#components/experience/experience-check.tsx';
import { ExperienceFormat } from '#components/experience/experience-format.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { FileInput, TABLE_FILES } from '#components/ui/inputs.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly placementId: string;
  readonly name: string;
  /** Of a file that has been read; none before that. */
  readonly rows: readonly CheckedRow[];
  readonly attempt: KeptForm | null;
  /** New each time: a file can be gone back to, and be sent with other rows. */
  readonly formKey: string;
};

/** Experience from a file: what it would come to once there is one, else how to make it; and always the way to choose one. */
export function ExperienceImportView({ placementId, name, rows, attempt, formKey }: Props) {
  const t = useTranslations('experience.import');
  const tList = useTranslations('participants.list');
  // A file that was only read has nothing wrong with it as a whole: each row says how it stands.
  const refused = attempt !== null && attempt.problem.errors.length > 0 ? attempt : null;
  return (
    <>
      <AttemptSummary attempt={refused ?? refusedWhole(attempt)} />
      <Breadcrumbs
        above={[
          { href: '/provider/participants', words: tList('title') },
          { href: `/provider/participants/${placementId}`, words: name },
        ]}
        here={t('here')}
      />
      <PageHeading title={t('title')} lead={t('lead', { name })} />
      {rows.length > 0 && (
        <ExperienceCheck placementId={placementId} rows={rows} attempt={attempt} formKey={formKey} />
      )}
      <PageSection title={rows.length > 0 ? t('again') : t('choose')}>
        <form
          method="post"
          action={`/api/experience/upload/${placementId}`}
          encType="multipart/form-data"
          className="grid max-w-measure justify-items-start gap-5"
        >
          <Field name="file" label={t('file')} hint={t('fileHint')} problems={attempt?.problem.errors}>
            {(control) => <FileInput {...control} required accept={TABLE_FILES} />}
          </Field>
          <Button look={rows.length > 0 ? 'line' : 'go'} icon="upload">
            {t('read')}
          </Button>
        </form>
      </PageSection>
      <ExperienceFormat />
    </>
  );
}

/** What was refused as a whole and not at a field: the placement has ended, too many files. */
function refusedWhole(attempt: KeptForm | null): KeptForm | null {
  return attempt !== null && attempt.problem.code !== 'invalidInput' ? attempt : null;
}
