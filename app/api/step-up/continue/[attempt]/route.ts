import {
  accountsDone,
  afterDecision,
  afterInvitation,
  afterRoles,
} from '#lib/server/administration/administration-paths.ts';
import { changeRoles } from '#lib/server/administration/change-roles.ts';
import { giveRole } from '#lib/server/administration/give-role.ts';
import { inviteAdministrator } from '#lib/server/administration/invite-administrator.ts';
import { invite, inviteMany } from '#lib/server/administration/invite.ts';
import { decideSignatory } from '#lib/server/administration/signatory-request.ts';
import { publishAgreementVersion } from '#lib/server/agreement/publish-agreement-version.ts';
import { publishTermsVersion } from '#lib/server/agreement/publish-terms-version.ts';
import { createApiClient } from '#lib/server/api-client/create-api-client.ts';
import { rotateApiClient } from '#lib/server/api-client/rotate-api-client.ts';
import { giveStandingSignature } from '#lib/server/api-client/standing-signature.ts';
import { clientPath, secretPath } from '#lib/server/api-client/systems-paths.ts';
import { continued, continueRoute } from '#lib/server/http/continue-route.ts';
import { authorisePayment } from '#lib/server/payment/authorise-payment.ts';
import { authorisationPath, BANK_ACCOUNT_PAGE } from '#lib/server/payment/payment-paths.ts';
import { requestBankAccount } from '#lib/server/payment/request-bank-account.ts';
import { decideCorrection } from '#lib/server/placement-correction/decide-correction.ts';
import { answerLift } from '#lib/server/protected-identity/lift-protection.ts';
import { nameForProtected } from '#lib/server/protected-identity/name-for-protected.ts';
import { openProtected } from '#lib/server/protected-identity/open-protected.ts';
import { afterLift, lookPath, protectedPath } from '#lib/server/protected-identity/protected-paths.ts';
import { takeOnProtected } from '#lib/server/protected-identity/take-on-protected.ts';
import { attestReports } from '#lib/server/report/attest-reports.ts';
import { attestCorrection } from '#lib/server/report/correction/attest-correction.ts';
import { receiptPath, reportPath } from '#lib/server/report/provider-paths.ts';

/** Every command that asks for the e-ID again stands here, to be carried out when the person comes back. */
export const GET = continueRoute([
  continued(publishAgreementVersion, ({ draftId }) => `/admin/agreements/drafts/${draftId}`),
  continued(publishTermsVersion, ({ draftId }) => `/admin/terms/drafts/${draftId}`),
  continued(attestReports, ({ month, attestationId }) => receiptPath(month, attestationId)),
  continued(attestCorrection, ({ reportId }) => `${reportPath(reportId)}?done=attested`),
  continued(authorisePayment, ({ authorisationId }) => authorisationPath(authorisationId)),
  continued(decideCorrection, ({ correctionId }) => `/admin/corrections/${correctionId}?done=decided`),
  continued(createApiClient, ({ revealId }) => secretPath(revealId)),
  continued(rotateApiClient, ({ revealId }) => secretPath(revealId)),
  continued(giveStandingSignature, ({ apiClientId }) => `${clientPath(apiClientId)}?done=standingGiven`),
  continued(requestBankAccount, () => BANK_ACCOUNT_PAGE),
  continued(giveRole, ({ personIds }) => afterRoles('given', personIds)),
  continued(changeRoles, ({ personIds }) => afterRoles('changed', personIds)),
  continued(invite, ({ invited }) => accountsDone('invited', invited, 'invited')),
  continued(inviteMany, ({ invited }) => accountsDone('invited', invited, 'invited')),
  continued(inviteAdministrator, ({ providerId }) =>
    afterInvitation('invited', { providerId, byAuthority: true }),
  ),
  continued(decideSignatory, afterDecision),
  continued(openProtected, lookPath),
  continued(nameForProtected, ({ participantId }) => protectedPath(participantId, 'named')),
  continued(takeOnProtected, ({ participantId }) => protectedPath(participantId)),
  continued(answerLift, afterLift),
]);
