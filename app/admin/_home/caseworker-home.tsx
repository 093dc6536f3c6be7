import { CaseworkerView } from '#components/admin/caseworker-view.tsx';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { caseworkerDeskInput } from '#lib/schemas/admin.ts';
import { caseworkerDesk } from '#lib/server/admin/caseworker-desk.ts';
import { countLetters } from '#lib/server/assistance/list-letters.ts';
import { today } from '#lib/server/clock.ts';
import { load } from '#lib/server/http/page.ts';
import type { Search } from './search.ts';

type Props = { readonly actor: PersonActor; readonly search: Search };

export async function CaseworkerHome({ actor, search }: Props) {
  const asked = caseworkerDeskInput.safeParse(search);
  const [desk, letters] = await Promise.all([
    load(caseworkerDesk, actor, asked.success ? asked.data : { page: 1 }),
    load(countLetters, actor, {}),
  ]);
  return <CaseworkerView desk={desk} letters={letters} today={today()} />;
}
