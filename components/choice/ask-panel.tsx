import { useTranslations } from 'next-intl';
import { LinkAction } from '#components/ui/button.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { type ChoosingPlace, listPath } from '#lib/domain/choice/choosing-place.ts';

/** For who finds it hard to choose: three questions, or a comparison. The number to call stands in the frame. */
export function AskPanel({ place }: { place: ChoosingPlace }) {
  const t = useTranslations('choice.ask');
  return (
    <Card title={t('title')} className="flex flex-col">
      <p className="text-ink-2">{t('questions')}</p>
      <p className="my-4">
        <LinkAction big href={`${listPath(place)}/help`}>
          {t('help')}
        </LinkAction>
      </p>
      <p className="text-ink-2">{t('text')}</p>
    </Card>
  );
}
