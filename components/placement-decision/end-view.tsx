import { useLocale, useTranslations } from 'next-intl';
import { DecisionFrame } from '#components/placement-decision/decision-frame.tsx';
import { EndFields } from '#components/placement-decision/end-fields.tsx';
import { ReasonField } from '#components/placement-decision/reason-field.tsx';
import { TakeBackForm } from '#components/placement-decision/take-back-form.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { refuseEnding } from '#lib/domain/placement-decision/end-placement.ts';
import type { PlacementCase } from '#lib/domain/placement-decision/placement-case.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays } from '#lib/shared/plain-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

export type DecisionViewProps = {
  readonly given: PlacementCase;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
};

/** A caseworker ends a placement, or takes its end back where that was wrong. */
export function EndView(props: DecisionViewProps) {
  const { given, attempt } = props;
  const t = useTranslations('interruption-request.desk');
  const locale = useLocale();
  const { placement } = given;
  const ended = placement.end !== null;
  const lead =
    placement.end === null
      ? t('lead')
      : t('backLead', { day: formatDate(addDays(placement.end, -1), locale) });
  return (
    <DecisionFrame given={given} title={t(ended ? 'backTitle' : 'title')} lead={lead} attempt={attempt}>
      {ended ? <TakeBackForm {...props} /> : <EndForm {...props} />}
    </DecisionFrame>
  );
}

function EndForm({ given, attempt, formKey }: DecisionViewProps) {
  const t = useTranslations('interruption-request.desk');
  const { placement, interruption, mandate, today } = given;
  const refused = refuseEnding(placement, today);
  if (refused !== null) return <Notice tone="warn">{refused.title}</Notice>;
  const { current } = interruption;
  if (current !== null && current.status !== 'returned')
    return (
      <Notice action={<LinkAction href={`/admin/documents/${current.documentId}`}>{t('open')}</LinkAction>}>
        {t('waiting')}
      </Notice>
    );
  if (mandate !== 'decide') return <Notice>{t('mandate')}</Notice>;
  const path = `/admin/placements/${placement.placementId}`;
  return (
    <Card>
      <form method="post" action={`/api/placements/${placement.placementId}/end`} className="grid gap-6">
        <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back={`${path}/end`} />
        <input type="hidden" name="version" value={placement.version} />
        <EndFields
          prefix=""
          value={(name) => attempt?.values[name] ?? ''}
          problems={attempt?.problem.errors ?? []}
          wished={{ lastDay: today < placement.from ? placement.from : today, cause: '' }}
          days={placement}
          today={today}
          facts={interruption}
        />
        <ReasonField label={t('reason')} hint={t('reasonHint')} attempt={attempt} />
        <div>
          <Button look="go" big>
            {t('end')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
