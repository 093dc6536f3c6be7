import { useTranslations } from 'next-intl';
import { Button, LinkAction } from '#components/ui/button.tsx';
import type { DocumentKind } from '#lib/domain/document/document.ts';

type Props = {
  readonly kind: DocumentKind;
  readonly card: string;
  readonly confirming: boolean;
  /** It can be kept, not sent yet. */
  readonly waits: boolean;
};

/** The ways on from a form: look at what will be sent, keep it for later, leave it. */
export function DocumentFormFoot({ kind, card, confirming, waits }: Props) {
  const t = useTranslations('document.form');
  return (
    <div className="flex flex-wrap items-center gap-4">
      {!waits && (
        <Button look={confirming ? 'line' : 'go'} big={!confirming}>
          {t(confirming ? 'reviewAgain' : 'review')}
        </Button>
      )}
      <Button look={waits ? 'go' : 'plain'} formAction={`/api/documents/${kind}/save-draft`} formNoValidate>
        {t('saveDraft')}
      </Button>
      <LinkAction href={card} look="quiet">
        {t('cancel')}
      </LinkAction>
    </div>
  );
}
