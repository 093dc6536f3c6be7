import { useTranslations } from 'next-intl';
import { PhoneLink } from '#components/ui/phone-link.tsx';

export interface WhomToCallProps {
  provider: string | null;
  support: string | null;
}

/** The provider's number, else the authority's, else that there is none. */
export function WhomToCall({ provider, support }: WhomToCallProps) {
  const t = useTranslations('choice.receipt');
  if (provider !== null) return <PhoneLink phone={provider} inRow />;
  if (support === null) return t('noPhone');
  return t.rich('callAuthority', { phone: () => <PhoneLink phone={support} inRow /> });
}
