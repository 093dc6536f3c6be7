import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import type { LegalHold } from '#lib/domain/data-protection/legal-hold.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly participantId: string;
  readonly hold: LegalHold | null;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
};

/** Whether the case stays when its time is over, and the way to decide so. */
export function HoldSection({ participantId, hold, attempt, formKey }: Props) {
  const t = useTranslations('data-protection.hold');
  const back = `/admin/participants/${participantId}/data`;
  return (
    <PageSection title={t('title')} note={t('note')}>
      {hold === null ? (
        <form method="post" action="/api/admin/legal-holds" className="grid max-w-measure gap-5">
          <FormBasis formKey={`${formKey}-hold`} back={back} />
          <input type="hidden" name="participantId" value={participantId} />
          <Field name="why" label={t('reason')} hint={t('reasonHint')} problems={attempt?.problem.errors}>
            {(control) => <TextInput {...control} maxLength={500} defaultValue={attempt?.values['why']} />}
          </Field>
          <p>
            <Button>{t('set')}</Button>
          </p>
        </form>
      ) : (
        <form method="post" action={`/api/admin/legal-holds/${hold.id}/lift`} className="grid gap-3">
          <FormBasis formKey={`${formKey}-hold`} back={back} />
          <input type="hidden" name="version" value={hold.version} />
          <p className="max-w-measure">
            <InstantText instant={hold.setAt} />: {hold.reason}
          </p>
          <p>
            <Button>{t('lift')}</Button>
          </p>
        </form>
      )}
    </PageSection>
  );
}
