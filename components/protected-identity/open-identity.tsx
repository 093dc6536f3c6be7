import { useTranslations } from 'next-intl';
import { WhyFields } from '#components/protected-identity/why-fields.tsx';
import { Button } from '#components/ui/button.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { OPEN_REASONS, type OpenedIdentity } from '#lib/domain/protected-identity/protected-identity.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

export interface OpenIdentityProps {
  participantId: string;
  back: string;
  formKey: string;
  attempt: KeptForm | null;
  /** A look that was asked for: null where it has been used, or waited too long. Undefined where none was. */
  opened: OpenedIdentity | null | undefined;
}

/** One look at who it is, with a reason. */
export function OpenIdentity({ participantId, back, formKey, attempt, opened }: OpenIdentityProps) {
  const t = useTranslations('protected-identity.open');
  return (
    <>
      {opened === null && <Notice className="mb-6">{t('gone')}</Notice>}
      {opened != null && (
        <Notice tone="ok" className="mb-6">
          <DescriptionList
            facts={[
              { term: t('name'), detail: `${opened.givenName} ${opened.familyName}` },
              { term: t('number'), detail: shown(opened.identityNumber) ?? t('unknown') },
              { term: t('municipality'), detail: opened.municipality ?? t('unknown') },
            ]}
          />
          <p className="mt-3">{t('once')}</p>
        </Notice>
      )}
      <p className="mb-4 max-w-measure">{t('how')}</p>
      <form method="post" action="/api/protected/open" className="grid justify-items-start gap-5">
        <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back={back} />
        <input type="hidden" name="participantId" value={participantId} />
        <WhyFields legend={t('reason')} reasons={OPEN_REASONS} attempt={attempt} />
        <Button look="go">{t('submit')}</Button>
      </form>
    </>
  );
}

/** `19900101-1234`, as people write it; null where there is none. */
function shown(number: string): string | null {
  if (number === '') return null;
  return number.length === 12 ? `${number.slice(0, 8)}-${number.slice(8)}` : number;
}
