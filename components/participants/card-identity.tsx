import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { IDENTITY_REASONS } from '#lib/domain/placement/identity-reason.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

/** A number that was asked for: `number` is null where it has been looked at, or waited too long. */
export type RevealedIdentity = { readonly number: string | null };

type Props = {
  readonly placementId: string;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
  readonly revealed: RevealedIdentity | null;
};

/** The identity number: hidden, and for whoever says why they need it, shown once. */
export function CardIdentity({ placementId, formKey, attempt, revealed }: Props) {
  const t = useTranslations('participants.identity');
  return (
    <div id="identity" className="no-print">
      <Card title={t('title')}>
        {revealed !== null && (
          <Notice tone={revealed.number === null ? 'info' : 'ok'} className="mb-4">
            {revealed.number === null ? (
              t('gone')
            ) : (
              <>
                <p className="text-lg font-bold tabular-nums">{shown(revealed.number)}</p>
                <p>{t('once')}</p>
              </>
            )}
          </Notice>
        )}
        <p className="mb-3 text-ink-2">{t('hidden')}</p>
        <DisclosureMore summary={t('ask')} open={attempt !== null}>
          <form method="post" action="/api/provider/identity-number" className="grid gap-4">
            <FormBasis
              formKey={attempt?.idempotencyKey ?? formKey}
              back={`/provider/participants/${placementId}`}
            />
            <input type="hidden" name="placementId" value={placementId} />
            <RadioGroup
              name="reason"
              legend={t('reason')}
              chosen={attempt?.values['reason']}
              problems={attempt?.problem.errors}
              options={IDENTITY_REASONS.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))}
            />
            <Field
              name="why"
              label={t('note')}
              hint={t('noteHint')}
              optional
              problems={attempt?.problem.errors}
            >
              {(control) => (
                <TextInput {...control} autoComplete="off" defaultValue={attempt?.values['why'] ?? ''} />
              )}
            </Field>
            <Button className="justify-self-start">{t('ask')}</Button>
          </form>
        </DisclosureMore>
      </Card>
    </div>
  );
}

/** `19900101-1234`, as people write it. */
function shown(number: string): string {
  return number.length === 12 ? `${number.slice(0, 8)}-${number.slice(8)}` : number;
}
