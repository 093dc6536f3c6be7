import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Select } from '#components/ui/inputs.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import type { ParticipantCard } from '#lib/domain/placement/participant-card.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Assigning = { readonly formKey: string; readonly attempt: KeptForm | null };
type Props = { readonly card: ParticipantCard; readonly assigning: Assigning | null };

/** Who the coach is, and for intake the way to name another. */
export function CoachCard({ card, assigning }: Props) {
  const t = useTranslations('participants.coach');
  return (
    <Card title={t('title')}>
      {card.coach === null ? (
        <Status tone="warn">{t('none')}</Status>
      ) : (
        <p className="font-medium">{card.coach.name}</p>
      )}
      {assigning === null ? (
        card.coach === null && <p className="mt-2 text-ink-2">{t('ask')}</p>
      ) : (
        <div className="mt-3">
          {card.coach === null ? (
            <CoachForm card={card} {...assigning} />
          ) : (
            <DisclosureMore summary={t('change')} open={assigning.attempt !== null}>
              <CoachForm card={card} {...assigning} />
            </DisclosureMore>
          )}
        </div>
      )}
    </Card>
  );
}

function CoachForm({ card, formKey, attempt }: { readonly card: ParticipantCard } & Assigning) {
  const t = useTranslations('participants');
  const { placementId, version, coach, coaches } = card;
  return (
    <form method="post" action="/api/provider/coach" className="grid gap-3">
      <FormBasis
        formKey={attempt?.idempotencyKey ?? formKey}
        back={`/provider/participants/${placementId}`}
      />
      <input type="hidden" name="placements.0.placementId" value={placementId} />
      <input type="hidden" name="placements.0.version" value={version} />
      <Field name="coachPersonId" label={t('assign.coach')} problems={attempt?.problem.errors}>
        {(control) => (
          <Select
            {...control}
            defaultValue={attempt?.values['coachPersonId'] ?? ''}
            empty={t('assign.pick')}
            options={coaches
              .filter(({ personId }) => personId !== coach?.personId)
              .map(({ personId, name, placements }) => ({
                value: personId,
                label: t('assign.option', { name, placements }),
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
