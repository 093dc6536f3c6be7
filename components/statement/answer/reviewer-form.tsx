import { useTranslations } from 'next-intl';
import { MessageField } from '#components/statement/answer/message-field.tsx';
import { Button } from '#components/ui/button.tsx';
import { Example } from '#components/ui/amount.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import type { DisputeEffect } from '#lib/domain/statement/dispute.ts';
import { disputePartText } from '#lib/domain/statement/dispute-fault.ts';
import type { DisputeView } from '#lib/domain/statement/dispute-view.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { formatKronor, type Ore } from '#lib/shared/money.ts';

interface ReviewerFormProps {
  dispute: DisputeView;
  back: string;
  attempt: KeptForm | null;
  formKey: string;
}

/** One answer with two ways on: to go on with the dialogue, or to close with what the facts give. */
export function ReviewerForm({ dispute, back, attempt, formKey }: ReviewerFormProps) {
  const t = useTranslations('statement-answer.close');
  const locale = useStaffLocale();
  const { id, version, parts, effect, closedAt } = dispute;
  if (closedAt !== null) return null;
  const [part] = parts;
  const closable = part === undefined ? effect : null;
  return (
    <Card title={closable === null ? t('replyTitle') : t('title')} level={3} className="mt-8 max-w-[760px]">
      {effect === null ? (
        <Notice tone="warn" className="mb-4">
          {t('unknown')}
        </Notice>
      ) : (
        <Effect effect={effect} />
      )}
      {part !== undefined && <Notice className="mb-4">{disputePartText(part)[locale]}</Notice>}
      <form method="post" action={`/api/disputes/${id}/reply`} className="grid gap-4">
        <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back={back} />
        <input type="hidden" name="version" value={version} />
        {closable !== null && <input type="hidden" name="effectOre" value={closable.effectOre} />}
        <MessageField label={t('text')} hint={t('hint')} attempt={attempt} rows={6} />
        <div className="flex flex-wrap gap-3">
          {closable !== null && (
            <Button look="go" formAction={`/api/disputes/${id}/close`}>
              {t(closable.effectOre === 0 ? 'submitUnchanged' : 'submitCorrected')}
            </Button>
          )}
          <Button>{t('reply')}</Button>
        </div>
      </form>
    </Card>
  );
}

/** What the facts of today change, before anybody closes. */
function Effect({ effect: { effectOre, postedOre, nextOre } }: { effect: DisputeEffect }) {
  const t = useTranslations('statement-answer.close');
  const locale = useStaffLocale();
  const signed = (amount: Ore) =>
    `${amount > 0 ? '+' : ''}${formatKronor(amount, locale, { showOre: true })}`;
  const words =
    effectOre === 0
      ? t('unchanged')
      : postedOre === 0
        ? t('corrects', { amount: signed(nextOre) })
        : nextOre === 0
          ? t('correctedLater', { amount: signed(postedOre) })
          : t('correctsMore', {
              amount: signed(effectOre),
              posted: signed(postedOre),
              next: signed(nextOre),
            });
  return (
    <Notice tone={effectOre === 0 ? 'wait' : 'info'} title={words} className="mb-4">
      {effectOre !== 0 && <Example />} {t('how')}
    </Notice>
  );
}
