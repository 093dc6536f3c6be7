import { useTranslations } from 'next-intl';
import { HandOverPreviewPart } from '#components/intake/hand-over-preview.tsx';
import { useLoadWords, useShareWords } from '#components/intake/load-words.ts';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { HandOverPage } from '#lib/domain/intake/coaches.ts';
import type { HandOverPreviewInput } from '#lib/schemas/intake.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly page: HandOverPage;
  readonly asked: HandOverPreviewInput;
  /** Whether a preview was asked for: then it says what is missing for one. */
  readonly isAsked: boolean;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
};

/** A coach's participants to hand over: who, to whom, and before anything is done what it becomes. */
export function HandOverView({ page, asked, isAsked, formKey, attempt }: Props) {
  const t = useTranslations('intake');
  const { coach, participants, others, preview } = page;
  return (
    <>
      <AttemptSummary attempt={attempt} />
      <Breadcrumbs
        above={[{ href: '/provider/intake/coaches', words: t('coaches.title') }]}
        here={t('handOver.title')}
      />
      <PageHeading
        title={t('handOver.title')}
        lead={t('handOver.lead', { name: coach.name, count: participants.length })}
      />
      {participants.length === 0 || others.length === 0 ? (
        <EmptyState>{t(participants.length === 0 ? 'handOver.empty' : 'handOver.noOthers')}</EmptyState>
      ) : (
        <>
          <Choose page={page} asked={asked} />
          {isAsked && preview === null && (
            <div id="preview" className="mt-6">
              <Notice tone="warn">
                {t(asked.to.length === 0 ? 'handOver.noneChosen' : 'handOver.nobody')}
              </Notice>
            </div>
          )}
          {preview !== null && (
            <HandOverPreviewPart
              page={page}
              preview={preview}
              formKey={attempt?.idempotencyKey ?? formKey}
              asked={asked}
            />
          )}
        </>
      )}
    </>
  );
}

/** Is got, so that the preview has an address and nothing is done by it. */
function Choose({ page: { coach, participants, others, most }, asked }: Pick<Props, 'page' | 'asked'>) {
  const t = useTranslations('intake.handOver');
  const words = useLoadWords();
  const share = useShareWords();
  const here = `/provider/intake/coaches/${coach.personId}/hand-over`;
  return (
    <Sheet className="p-6 max-md:px-4">
      <form method="get" action={`${here}#preview`} className="grid gap-6">
        <input type="hidden" name="preview" value="1" />
        <RadioGroup
          name="who"
          legend={t('who')}
          chosen={asked.who}
          options={[
            { value: 'all', label: t('all') },
            { value: 'chosen', label: t('chosen') },
          ]}
        />
        <fieldset>
          <legend className="mb-1 font-medium">{t('participants')}</legend>
          <ul className="gap-x-8 sm:columns-2 lg:columns-3">
            {participants.map(({ placementId, name, officeName }) => (
              <li key={placementId} className="break-inside-avoid">
                <label className="choice">
                  <input
                    type="checkbox"
                    name="placement"
                    value={placementId}
                    defaultChecked={asked.placement.includes(placementId)}
                  />
                  <span>
                    {name}
                    <span className="block text-xs text-ink-3">{officeName}</span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <fieldset className="max-w-180">
          <legend className="mb-1 font-medium">{t('to')}</legend>
          <p className="text-xs text-ink-3">{t('toHint')}</p>
          {others.map((other) => (
            <label key={other.personId} className="choice border-b border-line">
              <input
                type="checkbox"
                name="to"
                value={other.personId}
                defaultChecked={asked.to.includes(other.personId)}
              />
              <span>
                {other.name}, <span className="whitespace-nowrap">{share(other, most)}</span>
                <span className="block text-xs text-ink-3">
                  {[`${words.counts(other)}.`, words.more(other, most)].filter(Boolean).join(' ')}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
        <Button look={asked.to.length === 0 ? 'go' : 'line'} className="justify-self-start">
          {t('preview')}
        </Button>
      </form>
    </Sheet>
  );
}
