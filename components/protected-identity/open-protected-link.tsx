import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import { TextLink } from '#components/ui/text-link.tsx';

/** Where a case is about somebody with protected identity, to who is named: the way to one look. */
export function OpenProtectedLink({ participantId }: { participantId: string }) {
  const t = useTranslations('protected-identity.card');
  return (
    <Notice className="mb-6" action={<TextLink href={`/protected/${participantId}`}>{t('link')}</TextLink>}>
      {t('text')}
    </Notice>
  );
}
