import { LogView } from '#components/admin/log-view.tsx';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { auditSearchInput } from '#lib/schemas/admin.ts';
import { searchAudit } from '#lib/server/admin/search-audit.ts';
import { load } from '#lib/server/http/page.ts';
import type { Search } from './search.ts';

type Props = { readonly actor: PersonActor; readonly search: Search };

export async function AuditorHome({ actor, search }: Props) {
  const asked = auditSearchInput.safeParse(search);
  const filter = asked.success ? asked.data : auditSearchInput.parse({});
  const found = search['found'];
  return (
    <LogView
      search={await load(searchAudit, actor, filter)}
      filter={filter}
      isInvalid={!asked.success}
      found={found === 'nobody' || found === 'unreadable' ? found : null}
    />
  );
}
