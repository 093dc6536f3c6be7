import { ContractRegisterView } from '#components/admin/contract-register-view.tsx';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { contractRegisterInput } from '#lib/schemas/admin.ts';
import { contractRegister } from '#lib/server/admin/contract-register.ts';
import { load } from '#lib/server/http/page.ts';
import type { Search } from './search.ts';

type Props = { readonly actor: PersonActor; readonly search: Search };

export async function AgreementAdminHome({ actor, search }: Props) {
  const asked = contractRegisterInput.safeParse(search);
  const filter = asked.success ? asked.data : contractRegisterInput.parse({});
  return <ContractRegisterView register={await load(contractRegister, actor, filter)} filter={filter} />;
}
