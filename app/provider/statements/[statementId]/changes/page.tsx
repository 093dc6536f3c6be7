import { PROVIDER_PLACE } from '../../../../_statement/statement-place.ts';
import {
  ChangesRoute,
  changesMetadata,
  type StatementRouteProps,
} from '../../../../_statement/statement-routes.tsx';

export const generateMetadata = changesMetadata;

export default function ProviderChangesPage(props: StatementRouteProps) {
  return <ChangesRoute place={PROVIDER_PLACE} {...props} />;
}
