import { useTranslations } from 'next-intl';
import { ViewSwitch } from '#components/ui/view-switch.tsx';

/** The two parts of receiving participants. */
export function IntakeViews({ here }: { readonly here: 'new' | 'coaches' }) {
  const t = useTranslations('intake.views');
  return (
    <ViewSwitch
      views={[
        { href: '/provider/intake', words: t('new'), current: here === 'new' },
        { href: '/provider/intake/coaches', words: t('coaches'), current: here === 'coaches' },
      ]}
    />
  );
}
