import { useTranslations } from 'next-intl';
import { WhyFields } from '#components/protected-identity/why-fields.tsx';
import { Button } from '#components/ui/button.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { LIFT_REASONS, type ProtectedView } from '#lib/domain/protected-identity/protected-identity.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

export interface LiftSectionProps {
  view: ProtectedView;
  personId: string;
  back: string;
  formKey: string;
  attempt: KeptForm | null;
}

/** Lifting protection: asked for by one, decided by another. */
export function LiftSection({ view, personId, back, formKey, attempt }: LiftSectionProps) {
  const t = useTranslations('protected-identity.lift');
  const { participantId, lift } = view;
  if (lift === null) {
    return (
      <form method="post" action="/api/protected/lift/ask" className="grid justify-items-start gap-5">
        <FormBasis formKey={attempt?.idempotencyKey ?? `${formKey}-ask`} back={back} />
        <input type="hidden" name="participantId" value={participantId} />
        <p>{t('how')}</p>
        <WhyFields legend={t('reason')} reasons={LIFT_REASONS} attempt={attempt} />
        <Button look="line">{t('ask')}</Button>
      </form>
    );
  }
  const isOwn = lift.byPersonId === personId;
  return (
    <form method="post" action="/api/protected/lift" className="grid justify-items-start gap-5">
      <FormBasis formKey={attempt?.idempotencyKey ?? `${formKey}-lift`} back={back} />
      <input type="hidden" name="participantId" value={participantId} />
      <Notice tone="wait">{isOwn ? t('waitingOwn') : t('waiting')}</Notice>
      <div className="flex flex-wrap gap-4">
        {!isOwn && (
          <Button name="answer" value="lift" look="line">
            {t('lift')}
          </Button>
        )}
        <Button name="answer" value="stop" look="line">
          {t('stop')}
        </Button>
      </div>
    </form>
  );
}
