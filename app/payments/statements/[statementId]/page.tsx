import { PAYER_PLACE } from '../../../_statement/statement-place.ts';
import {
  StatementRoute,
  statementMetadata,
  type StatementRouteProps,
} from '../../../_statement/statement-routes.tsx';

export const generateMetadata = statementMetadata;

export default function PayerStatementPage(props: StatementRouteProps) {
  return <StatementRoute place={PAYER_PLACE} {...props} />;
}
