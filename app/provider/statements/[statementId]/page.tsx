import { PROVIDER_PLACE } from '../../../_statement/statement-place.ts';
import {
  StatementRoute,
  statementMetadata,
  type StatementRouteProps,
} from '../../../_statement/statement-routes.tsx';

export const generateMetadata = statementMetadata;

export default function ProviderStatementPage(props: StatementRouteProps) {
  return <StatementRoute place={PROVIDER_PLACE} {...props} />;
}
