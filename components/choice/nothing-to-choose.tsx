import { useTranslations } from 'next-intl';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { ChoosingFor } from '#lib/domain/choice/choice-ground.ts';

/** There is nothing to choose, or nobody to switch from: why, and the other thing that can be done. */
export function NothingToChoose({ choosingFor }: { choosingFor: ChoosingFor }) {
  const t = useTranslations('choice');
  const other = choosingFor === 'choose' ? 'switch' : 'choose';
  return (
    <>
      <PageHeading title={t(`${choosingFor}.nothingTitle`)} />
      <EmptyState
        action={
          <LinkAction look="go" big href={`/participant/${other}`}>
            {t(`${choosingFor}.nothingAction`)}
          </LinkAction>
        }
      >
        {t(`${choosingFor}.nothingText`)}
      </EmptyState>
    </>
  );
}
