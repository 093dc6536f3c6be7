import { useTranslations } from 'next-intl';
import { PhoneHelp } from '#components/choice/phone-help.tsx';
import { Card } from '#components/ui/sheet.tsx';

/** Nobody to choose in the participant's delivery area: who does what now, and whom to call. */
export function WhiteSpot({ phone }: { phone: string | null }) {
  const t = useTranslations('choice.whiteSpot');
  return (
    <Card title={t('title')}>
      <p className="max-w-lead">{t('text')}</p>
      <h3 className="mt-5 text-lg">{t('who')}</h3>
      <ul className="mt-2 mb-5 grid max-w-measure list-disc gap-2 ps-5">
        <li>{t('authority')}</li>
        <li>{t('look')}</li>
        <li>{t('you')}</li>
      </ul>
      <WhomToAsk phone={phone} />
    </Card>
  );
}

/** Nobody to switch to: nothing is promised of it, as nobody looks for somebody in the night. */
export function NobodyElse({ phone }: { phone: string | null }) {
  const t = useTranslations('choice.whiteSpot');
  return (
    <Card title={t('switchTitle')}>
      <p className="mb-5 max-w-lead">{t('switchText')}</p>
      <WhomToAsk phone={phone} />
    </Card>
  );
}

function WhomToAsk({ phone }: { phone: string | null }) {
  const t = useTranslations('choice.whiteSpot');
  return phone === null ? <p>{t('callAuthority')}</p> : <PhoneHelp phone={phone} words={t('call')} />;
}
