import { useTranslations } from 'next-intl';
import { EffectSummary } from '#components/effect/effect-summary.tsx';
import { OwnOutcomeFindings } from '#components/outcome/outcome-findings.tsx';
import { OutcomeFields } from '#components/outcome/outcome-fields.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/choices.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { OutcomeDesk, StoredOutcome } from '#lib/domain/outcome/outcome-page.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { addDays } from '#lib/shared/plain-date.ts';

type Props = {
  readonly desk: OutcomeDesk;
  readonly attempt: KeptForm | null;
  /** What was typed is in order; what it does in kronor is shown, to be confirmed. */
  readonly confirming: boolean;
  readonly formKey: string;
};

/** Writing an outcome down, or putting the one there is right: first the facts, then their kronor, then it is saved. */
export function OutcomeForm({ desk, attempt, confirming, formKey }: Props) {
  const t = useTranslations('outcome.form');
  const { current, placement } = desk;
  const problems = attempt?.problem.errors ?? [];
  const values = attempt?.values ?? (current === null ? {} : valuesOf(current));
  return (
    <form
      method="post"
      action={current === null ? '/api/outcomes' : `/api/outcomes/${current.id}/correct`}
      className="grid gap-6"
    >
      <FormBasis
        formKey={attempt?.idempotencyKey ?? formKey}
        back={`/admin/placements/${placement.placementId}/outcome`}
      />
      {current === null ? (
        <input type="hidden" name="placementId" value={placement.placementId} />
      ) : (
        <input type="hidden" name="version" value={current.version} />
      )}
      <OutcomeFields values={values} problems={problems} windows={desk.windows} today={desk.today} />
      {confirming && desk.saving !== null && (
        <Card title={t('kronor')}>
          <div id="kronor" className="grid gap-4">
            <EffectSummary effect={desk.saving.effect} caption={t('kronor')} open />
            <OwnOutcomeFindings findings={desk.saving.findings} />
            <p className="max-w-measure text-ink-2">{t('thenReview')}</p>
            <Checkbox name="confirmed" value={desk.saving.confirmation} label={t('confirmed')} />
          </div>
        </Card>
      )}
      <div>
        <Button look="go">{confirming ? t('save') : t('next')}</Button>
      </div>
    </form>
  );
}

/** The fields of the outcome that stands, for putting it right. */
function valuesOf(outcome: StoredOutcome): Readonly<Record<string, string>> {
  const spells = outcome.spells.flatMap((spell, index) => [
    [`spells.${index}.from`, spell.from],
    [`spells.${index}.through`, spell.to === null ? '' : addDays(spell.to, -1)],
    [`spells.${index}.extentPercent`, String(spell.extentPercent)],
    [`spells.${index}.employerKind`, spell.employerOrgNo === null ? withoutNumber(outcome) : 'organisation'],
    [`spells.${index}.employerOrgNo`, spell.employerOrgNo ?? ''],
    [`spells.${index}.employerName`, spell.employerName],
  ]);
  const { type, from, signalledOn, appliedOn } = outcome;
  return { type, from, signalledOn, appliedOn: appliedOn ?? '', ...Object.fromEntries(spells) };
}

const withoutNumber = ({ type }: StoredOutcome): string => (type === 'studies' ? 'school' : 'soleTrader');
