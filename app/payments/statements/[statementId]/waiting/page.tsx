import { PAYER_PLACE } from '../../../../_statement/statement-place.ts';
import {
  WaitingRoute,
  waitingMetadata,
  type StatementRouteProps,
} from '../../../../_statement/statement-routes.tsx';

export const generateMetadata = waitingMetadata;

export default function PayerWaitingPage(props: StatementRouteProps) {
  return <WaitingRoute place={PAYER_PLACE} {...props} />;
}
