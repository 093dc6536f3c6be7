import { useLocale, useTranslations } from 'next-intl';
import { fieldInWords, supportInWords } from '#components/choice/asked-words.ts';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { inARow } from '#lib/shared/i18n/in-a-row.ts';
import type { PresentationContent } from '#lib/domain/administration/presentation.ts';

/** What a provider tells of an office beside its own words: support, lines of work, the way there, the first meeting. */
export function PresentationFacts({ presentation }: { presentation: PresentationContent }) {
  const t = useTranslations('choice');
  const words = { t, tActivity: useTranslations('participant.activity'), locale: useLocale() };
  const { support, fields, gettingThere, firstMeeting } = presentation;
  const facts = [
    {
      term: t('office.support'),
      detail: inARow(
        support.map((code) => supportInWords(words, code)),
        words.locale,
      ),
    },
    {
      term: t('office.fields'),
      detail: inARow(
        fields.map((code) => fieldInWords(words, code)),
        words.locale,
      ),
    },
    { term: t('office.firstMeeting'), said: firstMeeting },
    { term: t('office.gettingThere'), said: gettingThere },
  ]
    .filter(({ detail, said }) => (detail ?? said) !== '')
    .map(({ term, detail, said }) => ({ term, detail: detail ?? <bdi lang="sv">{said}</bdi> }));
  return (
    <Card className="lg:col-span-2">
      <DescriptionList facts={facts} />
    </Card>
  );
}
