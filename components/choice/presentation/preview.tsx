import { OfficeWords } from '#components/choice/office-page.tsx';
import type { PresentationContent } from '#lib/domain/administration/presentation.ts';
import { isActivityForm } from '#lib/domain/activity/activity-form.ts';
import type { PresentedOffice } from '#lib/domain/administration/presented-office.ts';
import { type AreaOffice, presentedWords } from '#lib/domain/choice/choice-provider.ts';
import { ownPlace } from '#lib/domain/choice/choosing-place.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

interface PreviewProps {
  office: PresentedOffice;
  content: PresentationContent;
}

/** An office as participants see it with this presentation: by the very component that they see. */
export function Preview({ office, content }: PreviewProps) {
  const { officeId, providerName, street, place, phone, openingHours, forms, contractFrom, capacity } =
    office;
  const shown: AreaOffice = {
    officeId,
    contractId: officeId,
    name: providerName,
    street,
    place,
    phone,
    openingHours,
    ...presentedWords(content),
    forms: forms.filter(isActivityForm),
    contractFrom: plainDate(contractFrom),
    rating: { kind: 'none', because: 'notMeasured' },
    metres: null,
    participantsNow: 0,
    placesLeft: capacity,
    closedBecause: null,
  };
  return (
    <div className="rounded-lg border-2 border-dashed border-line-strong p-6 max-md:p-3">
      <p className="text-2xl font-bold">{providerName}</p>
      <p className="mb-6 text-lg text-ink-2">
        {street}, {place}
      </p>
      <OfficeWords office={shown} others={[]} place={ownPlace('choose')} />
    </div>
  );
}
