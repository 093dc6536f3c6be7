import { useTranslations } from 'next-intl';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button } from '#components/ui/button.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { ReviewerAreas } from '#lib/domain/review/reviewer-areas.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = { readonly areas: ReviewerAreas; readonly attempt: KeptForm | null; readonly formKey: string };

/** The delivery areas that a reviewer's queue opens with. */
export function AreasView({ areas: { areas, own }, attempt, formKey }: Props) {
  const t = useTranslations('review-bench');
  return (
    <>
      <AttemptSummary attempt={attempt} />
      <Breadcrumbs above={[{ href: '/review', words: t('bar.queue') }]} here={t('areas.title')} />
      <PageHeading title={t('areas.title')} lead={t('areas.lead')} />
      <Sheet className="p-6 max-md:px-4">
        <form method="post" action="/api/review/areas" className="grid justify-items-start gap-6">
          <FormBasis formKey={formKey} back="/review/areas" />
          <fieldset className="w-full">
            <legend className="mb-2 font-medium">{t('areas.legend')}</legend>
            <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
              {areas.map(({ id, municipalities }, index) => (
                <label key={id} className="choice">
                  <input
                    type="checkbox"
                    name={`areas.${index}`}
                    value={id}
                    defaultChecked={own.includes(id)}
                  />
                  <span>
                    {id}
                    <small className="block text-ink-3">
                      {t('areas.municipalities', { count: municipalities })}
                    </small>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
          <p className="text-ink-2">{t('areas.none')}</p>
          <Button>{t('areas.save')}</Button>
        </form>
      </Sheet>
    </>
  );
}
