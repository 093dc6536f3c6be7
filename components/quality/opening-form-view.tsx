import { useTranslations } from 'next-intl';
import { OpeningFields } from '#components/quality/opening-fields.tsx';
import { openingHref, QUALITY_PAGE } from '#components/quality/quality-href.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { OfficeOpening } from '#lib/domain/quality/quality-view.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly opening: OfficeOpening;
  readonly terms: Terms;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
  readonly saved: boolean;
};

/** When an office is open, weekday by weekday. */
export function OpeningFormView({ opening, terms, formKey, attempt, saved }: Props) {
  const t = useTranslations('quality');
  const { officeId, name, version, words } = opening;
  const problems = attempt?.problem.errors ?? [];
  return (
    <>
      {attempt !== null && (
        <ErrorSummary problems={problems} title={problems.length === 0 ? attempt.problem.title : undefined} />
      )}
      <Breadcrumbs above={[{ href: QUALITY_PAGE, words: t('title') }]} here={t('opening.title')} />
      <PageHeading
        title={t('opening.title')}
        lead={t('opening.lead', {
          name,
          hours: terms.premisesHoursPerDay,
          days: terms.premisesDaysPerWeek,
        })}
      >
        <p className="mt-2 text-ink-2">
          {words === null ? t('opening.notShown') : t('opening.shown', { words })}
        </p>
      </PageHeading>
      {saved && attempt === null && (
        <Notice tone="ok" className="mb-6">
          {t('opening.saved')}
        </Notice>
      )}
      <form
        method="post"
        action={`/api/provider/offices/${officeId}/opening`}
        className="grid max-w-[760px] gap-6"
      >
        <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back={openingHref(officeId)} />
        <input type="hidden" name="version" value={version} />
        <Sheet className="grid gap-4 p-6 max-md:px-4">
          <p className="max-w-measure text-ink-2">{t('opening.hint')}</p>
          <OpeningFields spans={opening.spans} problems={problems} typed={attempt?.values ?? null} />
        </Sheet>
        <Button look="go" className="justify-self-start">
          {t('opening.save')}
        </Button>
      </form>
    </>
  );
}
