import { useTranslations } from 'next-intl';
import { CoachPicker } from '#components/intake/coach-picker.tsx';
import { useLoadWords } from '#components/intake/load-words.ts';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { CoachesOverview } from '#lib/domain/intake/coaches.ts';
import type { Workload } from '#lib/domain/intake/workload.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly coach: Workload;
  readonly overview: CoachesOverview;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
};

/** Who stands in for a coach, and on which days. */
export function CoverView({ coach, overview, formKey, attempt }: Props) {
  const t = useTranslations('intake');
  const others = overview.coaches.filter(({ isCoach, personId }) => isCoach && personId !== coach.personId);
  return (
    <>
      <AttemptSummary attempt={attempt} />
      <Breadcrumbs
        above={[{ href: '/provider/intake/coaches', words: t('coaches.title') }]}
        here={t('cover.title')}
      />
      <PageHeading
        title={`${t('cover.title')}, ${coach.name}`}
        lead={t('cover.lead', { name: coach.name })}
      />
      <Arranged coach={coach} overview={overview} />
      {others.length === 0 ? (
        <EmptyState>{t('cover.noOthers')}</EmptyState>
      ) : (
        <Sheet className="max-w-180 p-6 max-md:px-4">
          <CoverForm coach={coach} others={others} overview={overview} formKey={formKey} attempt={attempt} />
        </Sheet>
      )}
    </>
  );
}

function Arranged({ coach, overview }: Pick<Props, 'coach' | 'overview'>) {
  const t = useTranslations('intake');
  const words = useLoadWords();
  const own = overview.covers.filter(({ coachPersonId }) => coachPersonId === coach.personId);
  if (own.length === 0) return null;
  return (
    <Notice className="mb-6" title={t('cover.already')}>
      {own.map((cover) => (
        <p key={cover.id}>
          {t('coaches.coverRow', { covering: cover.coveringName, coach: cover.coachName })},{' '}
          {words.days(cover)}.
        </p>
      ))}
    </Notice>
  );
}

type FormProps = Props & { readonly others: readonly Workload[] };

function CoverForm({ coach, others, overview, formKey, attempt }: FormProps) {
  const t = useTranslations('intake.cover');
  const problems = attempt?.problem.errors ?? [];
  const values = attempt?.values ?? {};
  return (
    <form method="post" action="/api/provider/intake/cover" className="grid gap-6">
      <FormBasis
        formKey={attempt?.idempotencyKey ?? formKey}
        back={`/provider/intake/coaches/${coach.personId}/cover`}
      />
      <input type="hidden" name="coachPersonId" value={coach.personId} />
      <div className="grid gap-4 sm:grid-cols-2">
        {(['from', 'through'] as const).map((name) => (
          <Field key={name} name={name} label={t(name)} problems={problems}>
            {(control) => (
              <TextInput
                {...control}
                type="date"
                defaultValue={values[name] ?? (name === 'from' ? overview.today : '')}
              />
            )}
          </Field>
        ))}
      </div>
      <CoachPicker
        name="coveringPersonId"
        legend={t('who')}
        hint={t('whoHint')}
        coaches={others}
        most={overview.most}
        chosen={values['coveringPersonId']}
        problems={problems}
      />
      <Button look="go" className="justify-self-start">
        {t('submit')}
      </Button>
    </form>
  );
}
