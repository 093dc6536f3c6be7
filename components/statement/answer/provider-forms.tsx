import { useTranslations } from 'next-intl';
import { MessageField } from '#components/statement/answer/message-field.tsx';
import { Button } from '#components/ui/button.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { DisputeView } from '#lib/domain/statement/dispute-view.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface ProviderFormsProps {
  dispute: DisputeView;
  /** The page's own path. */
  back: string;
  may: { readonly reply: boolean; readonly withdraw: boolean };
  attempt: KeptForm | null;
  formKey: string;
}

/** What the provider can do about its open dispute: write, or take it back. */
export function ProviderForms({ dispute, back, may, attempt, formKey }: ProviderFormsProps) {
  const t = useTranslations('statement-answer');
  if (dispute.closedAt !== null) return null;
  return (
    <div className="mt-8 grid max-w-[760px] gap-6">
      {may.reply && (
        <Card title={t('reply.title')} level={3}>
          <form
            method="post"
            action={`/api/disputes/${dispute.id}/reply`}
            className="grid justify-items-start gap-4 [&>div]:w-full"
          >
            <FormBasis formKey={attempt?.idempotencyKey ?? `${formKey}-reply`} back={back} />
            <MessageField label={t('reply.text')} hint={t('reply.hintProvider')} attempt={attempt} />
            <Button look="go">{t('reply.submit')}</Button>
          </form>
        </Card>
      )}
      {may.withdraw && (
        <Card title={t('withdraw.title')} level={3}>
          <form
            method="post"
            action={`/api/disputes/${dispute.id}/withdraw`}
            className="grid justify-items-start gap-4"
          >
            <FormBasis formKey={`${formKey}-withdraw`} back={back} />
            <input type="hidden" name="version" value={dispute.version} />
            <p className="max-w-measure text-ink-2">{t('withdraw.text')}</p>
            <Button>{t('withdraw.submit')}</Button>
          </form>
        </Card>
      )}
    </div>
  );
}
