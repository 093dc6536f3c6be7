import { useTranslations } from 'next-intl';
import { TextLink } from '#components/ui/text-link.tsx';

interface DisputeLinkProps {
  /** The page on which an amount of the statement is disputed; null: the reader does not dispute it. */
  at: string | null;
  amount: { readonly line: string } | { readonly placementId: string; readonly key: string };
  /** Whose amount, for those who hear the link alone. */
  name: string;
}

/** Leads from an amount of a statement to where it is disputed. */
export function DisputeLink({ at, amount, name }: DisputeLinkProps) {
  const t = useTranslations('statement-answer.dispute');
  if (at === null) return null;
  return (
    <p className="no-print mt-2 text-xs">
      <TextLink href={`${at}?${new URLSearchParams(amount).toString()}`}>
        {t('link')} <span className="sr-only">{t('linkFor', { name })}</span>
      </TextLink>
    </p>
  );
}
