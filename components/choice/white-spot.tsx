import { useTranslations } from 'next-intl';
import { PhoneHelp } from '#components/choice/phone-help.tsx';
import { Card } from '#components/ui/sheet.tsx';

/** Nobody to choose in the participant's delivery area: what happens now, and whom to call. */
export function WhiteSpot({ phone }: { phone: string | null }) {
  const t = useTranslations('choice.whiteSpot');
  return (
    <Card title={t('title')}>
      <p className="mb-4 max-w-lead">{t('text')}</p>
      {phone === null ? <p>{t('callAuthority')}</p> : <PhoneHelp phone={phone} words={t('call')} />}
    </Card>
  );
}
