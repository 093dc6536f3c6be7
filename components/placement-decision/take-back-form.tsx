import { useLocale, useTranslations } from 'next-intl';
import type { DecisionViewProps } from '#components/placement-decision/end-view.tsx';
import { EffectSummary } from '#components/effect/effect-summary.tsx';
import { ReasonField } from '#components/placement-decision/reason-field.tsx';
import { Button } from '#components/ui/button.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { confirmationOf, effectOfEnd } from '#lib/domain/placement-decision/shown-effect.ts';
import { refuseTakingBack } from '#lib/domain/placement-decision/take-back-end.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** An end that was wrong, taken back as long as nothing rests on it, with its kronor. */
export function TakeBackForm({ given, attempt, formKey }: DecisionViewProps) {
  const t = useTranslations('interruption-request.desk');
  const locale = useLocale();
  const { placement, interruption, mandate, end } = given;
  const refused = refuseTakingBack(end);
  if (refused !== null) return <Notice tone="warn">{refused.title}</Notice>;
  if (mandate !== 'decide' || interruption.money === null) return <Notice>{t('mandate')}</Notice>;
  const effect = effectOfEnd(interruption.money, null);
  const path = `/admin/placements/${placement.placementId}`;
  return (
    <Card>
      <form
        method="post"
        action={`/api/placements/${placement.placementId}/take-back-end`}
        className="grid gap-6"
      >
        <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back={`${path}/end`} />
        <input type="hidden" name="version" value={placement.version} />
        <input type="hidden" name="confirmed" value={confirmationOf(null, effect)} />
        <p>{t('continues', { day: formatDate(addDays(placement.to, -1), locale) })}</p>
        <EffectSummary effect={effect} caption={t('backTitle')} open />
        <ReasonField label={t('reason')} hint={t('reasonHint')} attempt={attempt} />
        <div>
          <Button look="go" big>
            {t('back')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
