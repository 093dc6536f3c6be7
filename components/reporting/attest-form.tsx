import { useTranslations } from 'next-intl';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/choices.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import type { AttestPreview } from '#lib/domain/report/attest-preview.ts';
import { attestStatement } from '#lib/domain/report/attestation.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

/** So that the choice of what to send, above it, belongs to it. */
export const ATTEST_FORM_ID = 'attest';

type Props = {
  readonly preview: AttestPreview;
  /** The page with the office and the choice in its address. */
  readonly here: string;
  readonly office: string;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
};

/** The signature: the words, and the e-ID in the next step. It holds for exactly what is shown above. */
export function AttestForm({ preview, here, office, formKey, attempt }: Props) {
  const t = useTranslations('attest');
  const locale = useStaffLocale();
  const { month, rows, statement, contentHash } = preview;
  return (
    <section aria-labelledby="sign" className="no-print mt-10 max-w-[760px]">
      <Sheet className="border-t-4 border-t-accent! p-8 max-md:px-4 max-md:py-6">
        <h2 id="sign" className="mb-4 text-xl">
          {t('sign.title')}
        </h2>
        <form
          id={ATTEST_FORM_ID}
          method="post"
          action={`/api/provider/months/${month}/attest`}
          className="grid gap-4"
        >
          <FormBasis formKey={formKey} back={here} />
          <input type="hidden" name="office" value={office} />
          <input type="hidden" name="contentHash" value={contentHash ?? ''} />
          {rows.map(({ placementId, draftVersion }, index) => (
            <span key={placementId} hidden>
              <input type="hidden" name={`reports.${index}.placementId`} value={placementId} />
              <input type="hidden" name={`reports.${index}.draftVersion`} value={draftVersion} />
            </span>
          ))}
          {contentHash === null ? (
            <p>{t('page.nothing')}</p>
          ) : (
            <>
              <blockquote className="border-s-4 border-line-strong ps-4 text-base font-medium" lang="sv">
                {statement}
              </blockquote>
              {locale !== 'sv' && (
                <p className="text-ink-2">
                  {t('sign.inOtherWords')} {attestStatement(locale)}
                </p>
              )}
              <Checkbox
                name="onHonour"
                value="on"
                label={t('sign.onHonour', { count: rows.length })}
                problems={attempt?.problem.errors}
              />
              <p className="text-ink-2">{t('page.next')}</p>
            </>
          )}
          <div className="flex flex-wrap items-center gap-4">
            {contentHash !== null && (
              <Button look="go" big>
                {t('sign.submit')}
              </Button>
            )}
            <LinkAction href={`/provider/months/${month}`} look="quiet">
              {t('page.back')}
            </LinkAction>
          </div>
        </form>
      </Sheet>
    </section>
  );
}
