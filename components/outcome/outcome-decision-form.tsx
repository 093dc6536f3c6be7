import { useLocale, useTranslations } from 'next-intl';
import { ReasonFields } from '#components/decision/reason-fields.tsx';
import { effectOption } from '#components/effect/effect-option.tsx';
import { EffectSummary } from '#components/effect/effect-summary.tsx';
import { FindingVerdicts } from '#components/outcome/finding-verdicts.tsx';
import { Example } from '#components/ui/amount.tsx';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import type { ReviewedOutcome } from '#lib/domain/outcome/outcome-page.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** The last day that evidence covers, and why it is suggested. */
export type VerifiedSuggestion = { readonly lastDay: PlainDate | null; readonly why: string };

type Props = {
  readonly page: ReviewedOutcome;
  readonly effects: NonNullable<ReviewedOutcome['effects']>;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
  readonly suggestion: VerifiedSuggestion | null;
};

/** The decision, with the kronor of each way to go: of an approval for every day that evidence may reach. */
export function OutcomeDecisionForm({ page, effects, attempt, formKey, suggestion }: Props) {
  const t = useTranslations('outcome.decide');
  const locale = useLocale();
  const { outcome, today } = page;
  const problems = attempt?.problem.errors;
  const typed = attempt?.values;
  const isSame =
    effects.approve.length < 2 && effects.approve.every(({ effect }) => effect.keys.length === 0);
  const furthest = effects.approve.at(-1)?.effect;
  const decided = outcome.verifiedThrough === null ? '' : addDays(outcome.verifiedThrough, -1);
  const verified = suggestion?.lastDay ?? decided;
  return (
    <form method="post" action={`/api/outcomes/${outcome.id}/decide`} className="grid gap-4">
      <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back={`/review/outcomes/${outcome.id}`} />
      <input type="hidden" name="version" value={outcome.version} />
      <RadioGroup
        name="decision"
        legend={
          <>
            {t('legend')} <Example />
          </>
        }
        ruled
        chosen={typed?.['decision']}
        problems={problems}
        options={[
          { value: 'approve', label: t('approve'), ...effectOption(t('approveHint'), furthest) },
          { value: 'return', label: t('return'), ...effectOption(t('returnHint'), effects.return) },
          { value: 'reject', label: t('reject'), ...effectOption(t('rejectHint'), effects.reject) },
        ]}
      />
      <Field
        name="verifiedLastDay"
        label={t('verified')}
        hint={suggestion === null ? t('verifiedHint') : `${t('verifiedHint')} ${suggestion.why}`}
        problems={problems}
        optional
      >
        {(control) => (
          <TextInput
            {...control}
            type="date"
            max={today}
            defaultValue={typed?.['verifiedLastDay'] ?? verified}
          />
        )}
      </Field>
      {!isSame && (
        <DisclosureMore summary={t('steps')} open>
          <ul className="grid gap-3">
            {effects.approve.map(({ verifiedThrough, effect }) => (
              <li key={verifiedThrough ?? 'short'}>
                <p className="font-medium">
                  {verifiedThrough === null
                    ? t('short')
                    : t('step', { day: formatDate(addDays(verifiedThrough, -1), locale) })}
                </p>
                <EffectSummary effect={effect} caption={t('steps')} />
              </li>
            ))}
          </ul>
        </DisclosureMore>
      )}
      <FindingVerdicts findings={page.findings} attempt={attempt} />
      <ReasonFields hint={t('reasonHint')} attempt={attempt} />
      <Button look="go" big>
        {t('submit')}
      </Button>
    </form>
  );
}
