import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Select } from '#components/ui/inputs.tsx';
import { participantsSoon } from '#lib/domain/intake/workload.ts';
import type { ParticipantCard } from '#lib/domain/placement/participant-card.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly card: ParticipantCard;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
};

/** Names a coach for one participant; each stands with how many they have within two weeks. */
export function CoachChoice({ card, formKey, attempt }: Props) {
  const t = useTranslations('participants');
  const load = useTranslations('intake.load');
  const { placementId, version, coach, coaches, most } = card;
  return (
    <form method="post" action="/api/provider/coach" className="grid gap-3">
      <FormBasis
        formKey={attempt?.idempotencyKey ?? formKey}
        back={`/provider/participants/${placementId}`}
      />
      <input type="hidden" name="placements.0.placementId" value={placementId} />
      <input type="hidden" name="placements.0.version" value={version} />
      <Field name="coachPersonId" label={t('coach.pickLoad')} problems={attempt?.problem.errors}>
        {(control) => (
          <Select
            {...control}
            defaultValue={attempt?.values['coachPersonId'] ?? ''}
            empty={t('coach.pickLoad')}
            options={coaches
              .filter(({ isCoach, personId }) => isCoach && personId !== coach?.personId)
              .map((other) => ({
                value: other.personId,
                label: `${other.name} (${load('of', { soon: participantsSoon(other), most })})`,
              }))}
          />
        )}
      </Field>
      <Button look={coach === null ? 'go' : 'line'} className="justify-self-start">
        {t('assign.submit')}
      </Button>
    </form>
  );
}
