import { useLocale, useTranslations } from 'next-intl';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { activityWords } from '#components/choice/presentation-words.ts';
import type { PresentationContent } from '#lib/domain/administration/presentation.ts';

/** What a provider tells of an office beside its own words: support, lines of work, the way there, the first meeting. */
export function PresentationFacts({ presentation }: { presentation: PresentationContent }) {
  const t = useTranslations('administration.presentation');
  const locale = useLocale();
  const { support, fields, gettingThere, firstMeeting } = presentation;
  const facts = [
    { term: t('fields.support'), detail: support.map((code) => activityWords(code, locale)).join(', ') },
    { term: t('fields.fields'), detail: fields.map((code) => t(`workFields.${code}`)).join(', ') },
    { term: t('fields.firstMeeting'), detail: firstMeeting },
    { term: t('fields.gettingThere'), detail: gettingThere },
  ].filter(({ detail }) => detail !== '');
  return (
    <Card className="lg:col-span-2">
      <DescriptionList facts={facts} />
    </Card>
  );
}
