import { useLocale, useTranslations } from 'next-intl';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/choices.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { AttestPreview } from '#lib/domain/report/attest-preview.ts';
import { attestStatement } from '#lib/domain/report/attestation.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly preview: AttestPreview;
  readonly office: string;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
};

/** The signature: the words, and the e-ID in the next step. It holds for exactly what is shown above. */
export function AttestForm({ preview, office, formKey, attempt }: Props) {
  const t = useTranslations('reporting.attest');
  const locale = useLocale();
  const { month, rows, statement, contentHash } = preview;
  const address = `/provider/months/${month}/attest`;
  return (
    <section aria-labelledby="sign" className="no-print mt-10 max-w-[760px]">
      <Sheet className="border-t-4 border-t-accent! p-8 max-md:px-4 max-md:py-6">
        <h2 id="sign" className="mb-4 text-xl">
          {t('sign')}
        </h2>
        <form method="post" action={`/api${address}`} className="grid gap-4">
          <input type="hidden" name="idempotencyKey" value={formKey} />
          <input type="hidden" name="back" value={office === '' ? address : `${address}?office=${office}`} />
          <input type="hidden" name="contentHash" value={contentHash ?? ''} />
          {rows.map(({ placementId, draftVersion }, index) => (
            <span key={placementId} hidden>
              <input type="hidden" name={`reports.${index}.placementId`} value={placementId} />
              <input type="hidden" name={`reports.${index}.draftVersion`} value={draftVersion} />
            </span>
          ))}
          <blockquote className="border-s-4 border-line-strong ps-4 text-base font-medium" lang="sv">
            {statement}
          </blockquote>
          {locale !== 'sv' && (
            <p className="text-ink-2">
              {t('inOtherWords')} {attestStatement(locale)}
            </p>
          )}
          <Checkbox
            name="onHonour"
            value="on"
            label={t('onHonour', { count: rows.length })}
            problems={attempt?.problem.errors}
          />
          <p className="text-ink-2">{t('next')}</p>
          <div className="flex flex-wrap items-center gap-4">
            <Button look="go" big>
              {t('submit')}
            </Button>
            <LinkAction href={`/provider/months/${month}`} look="quiet">
              {t('back')}
            </LinkAction>
          </div>
        </form>
      </Sheet>
    </section>
  );
}
