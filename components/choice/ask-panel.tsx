import { useTranslations } from 'next-intl';
import { PhoneHelp } from '#components/choice/phone-help.tsx';
import { Card } from '#components/ui/sheet.tsx';

/** For who finds it hard to choose: how to compare, and whom to call. */
export function AskPanel({ phone }: { phone: string | null }) {
  const t = useTranslations('choice.ask');
  return (
    <Card title={t('title')} className="flex flex-col">
      <p className="text-ink-2">{t('text')}</p>
      {phone !== null && (
        <div className="mt-5 border-t border-line pt-5">
          <PhoneHelp phone={phone} words={t('call')} />
        </div>
      )}
    </Card>
  );
}
