import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HelpPage } from '#components/assistance/help-page.tsx';
import { HoldSection } from '#components/data-extract/hold-section.tsx';
import { PaperExtract } from '#components/data-extract/paper-extract.tsx';
import { handOutDataExtract } from '#lib/server/data-extract/hand-out-data-extract.ts';
import { listDataExtracts } from '#lib/server/data-extract/list-data-extracts.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { setHold } from '#lib/server/retention/set-hold.ts';
import { showHold } from '#lib/server/retention/show-hold.ts';
import type { Search } from '../../../../_choosing/door.ts';
import { helping, type HelpParams } from '../helping.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('data-protection.paper');
  return { title: t('link') };
}

export default async function PaperExtractPage(props: { params: HelpParams; searchParams: Search }) {
  const { door, helped } = await helping(props.params);
  const { attempt } = await props.searchParams;
  const { participantId } = helped;
  const { extracts } = await load(listDataExtracts, door.actor, { participantId });
  const { hold } = await load(showHold, door.actor, { participantId });
  return (
    <HelpPage helped={helped} plain>
      <PaperExtract
        helped={helped}
        extracts={extracts}
        attempt={await loadAttempt(door.actor, attempt, handOutDataExtract.name)}
        formKey={newId()}
      />
      <HoldSection
        participantId={participantId}
        hold={hold}
        attempt={await loadAttempt(door.actor, attempt, setHold.name)}
        formKey={newId()}
      />
    </HelpPage>
  );
}
