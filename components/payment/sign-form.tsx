import { useTranslations } from 'next-intl';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { AuthorisationContent } from '#lib/domain/payment/authorisation.ts';

const BASE = '/payments/pay-days';

interface SignFormProps {
  content: AuthorisationContent;
  contentHash: string;
  versions: Readonly<Record<string, number>>;
  formKey: string;
  /** Its own address. */
  path: string;
}

/** The signature: the words, and the e-ID in the next step. It holds for exactly what is shown above. */
export function SignForm({ content, contentHash, versions, formKey, path }: SignFormProps) {
  const t = useTranslations('payment.check');
  return (
    <section aria-labelledby="sign" className="no-print mt-10 max-w-[760px]">
      <Sheet className="border-t-4 border-t-accent! p-8 max-md:px-4 max-md:py-6">
        <h2 id="sign" className="mb-4 text-xl">
          {t('sign')}
        </h2>
        <form method="post" action="/api/authorisations" className="grid gap-4">
          <FormBasis formKey={formKey} back={path} />
          <input type="hidden" name="payOn" value={content.payOn} />
          <input type="hidden" name="contentHash" value={contentHash} />
          {content.statements.map(({ statementId }, index) => (
            <span key={statementId} hidden>
              <input type="hidden" name={`statements.${index}.statementId`} value={statementId} />
              <input type="hidden" name={`statements.${index}.version`} value={versions[statementId]} />
            </span>
          ))}
          <blockquote className="border-s-4 border-line-strong ps-4 text-base font-medium">
            {t('text')}
          </blockquote>
          <p className="text-ink-2">
            {t('fourEyes')} {t('next')}
          </p>
          <div className="flex flex-wrap items-center gap-4">
            <Button look="go" big>
              {t('submit')}
            </Button>
            <LinkAction href={`${BASE}/${content.payOn}`} look="quiet">
              {t('back')}
            </LinkAction>
          </div>
        </form>
      </Sheet>
    </section>
  );
}
