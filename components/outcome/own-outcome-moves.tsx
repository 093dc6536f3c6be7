import { useTranslations } from 'next-intl';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import type { ProviderOutcome } from '#lib/domain/outcome/provider-outcome.ts';

type Props = { readonly page: ProviderOutcome; readonly formKey: string };

/** What the provider can do with its report now: hand in evidence, put it right, take it back. */
export function OwnOutcomeMoves({ page, formKey }: Props) {
  const t = useTranslations('outcome.own');
  const { outcome, placement, moves } = page;
  if (!moves.correct && !moves.takeBack && !moves.giveEvidence) return null;
  return (
    <div className="mt-6 flex flex-wrap items-start gap-4">
      {moves.giveEvidence && (
        <LinkAction
          href={`/provider/outcomes/${outcome.id}/evidence`}
          look={outcome.status === 'returned' ? 'line' : 'go'}
        >
          {t('evidence')}
        </LinkAction>
      )}
      {moves.correct && (
        <LinkAction
          href={`/provider/outcomes/new?placement=${placement.placementId}&replaces=${outcome.id}`}
          look={outcome.status === 'returned' ? 'go' : 'line'}
        >
          {t('correct')}
        </LinkAction>
      )}
      {moves.takeBack && (
        <form method="post" action={`/api/outcomes/${outcome.id}/take-back`}>
          <FormBasis formKey={formKey} back={`/provider/outcomes/${outcome.id}`} />
          <input type="hidden" name="version" value={outcome.version} />
          <Button look="quiet">{t('takeBack')}</Button>
          <small className="block text-ink-3">{t('takeBackHint')}</small>
        </form>
      )}
    </div>
  );
}
