import { useTranslations } from 'next-intl';
import { WhyFields } from '#components/protected-identity/why-fields.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/choices.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { PROTECT_REASONS } from '#lib/domain/protected-identity/protected-identity.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

export interface ProtectSectionProps {
  participantId: string;
  isProtected: boolean;
  formKey: string;
  attempt: KeptForm | null;
}

/** On a participant's page: protecting who it is, or the way to those who are named. */
export function ProtectSection({ participantId, isProtected, formKey, attempt }: ProtectSectionProps) {
  const t = useTranslations('protected-identity.protect');
  if (isProtected) return <TextLink href={`/protected/${participantId}`}>{t('to')}</TextLink>;
  return (
    <DisclosureMore summary={t('summary')} open={attempt !== null}>
      <form method="post" action="/api/protected" className="grid justify-items-start gap-5">
        <FormBasis
          formKey={attempt?.idempotencyKey ?? `${formKey}-protect`}
          back={`/admin/participants/${participantId}`}
        />
        <input type="hidden" name="participantId" value={participantId} />
        <p className="max-w-measure">{t('how')}</p>
        <WhyFields legend={t('reason')} reasons={PROTECT_REASONS} attempt={attempt} />
        <input type="hidden" name="keepCoaches" value="off" />
        <Checkbox
          name="keepCoaches"
          label={t('keepCoaches')}
          hint={t('keepCoachesHint')}
          defaultChecked={attempt === null || attempt.values['keepCoaches'] === 'on'}
        />
        <Button look="go">{t('submit')}</Button>
      </form>
    </DisclosureMore>
  );
}
