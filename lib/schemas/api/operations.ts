import { evaluateAnswer, evaluateCompensation, evaluateRequest } from '#lib/schemas/api/evaluate.ts';
import type { ApiOperation } from '#lib/schemas/api/operation.ts';
import { listedPlacement, listPlacements, placementPage } from '#lib/schemas/api/placement.ts';
import { fieldProblem, problemDocument } from '#lib/schemas/api/problem.ts';
import { listProviders, providerPage, publicProvider, showProvider } from '#lib/schemas/api/provider.ts';
import {
  listedReport,
  listReports,
  receivedReport,
  receivedRows,
  reportPage,
  reportRow,
  reportVersion,
  reportWithVersions,
  rowsToSend,
  showReport,
  submitReports,
} from '#lib/schemas/api/report.ts';
import { getToken, issuedToken, tokenError, tokenRequest } from '#lib/schemas/api/token.ts';
import { reportEventPayload, statementEventPayload, testEventPayload } from '#lib/schemas/webhook.ts';

/** Everything that the API does, in the order in which a provider's system comes to it. */
export const API_OPERATIONS: readonly ApiOperation[] = [
  getToken,
  listPlacements,
  submitReports,
  listReports,
  showReport,
  evaluateCompensation,
  listProviders,
  showProvider,
];

/** Whom the answer tells anything about a participant: those need a token and take of its system's limit. */
export function needsToken({ scopes }: Pick<ApiOperation, 'scopes'>): boolean {
  return scopes !== null;
}

/** Schemas that the document describes once, under these names: what is sent … */
export const API_INPUTS = {
  TokenRequest: tokenRequest,
  RowsToSend: rowsToSend,
  ReportRow: reportRow,
  EvaluateRequest: evaluateRequest,
} as const;

/** … and what is answered, or told by webhook. */
export const API_OUTPUTS = {
  Token: issuedToken,
  TokenError: tokenError,
  PlacementPage: placementPage,
  Placement: listedPlacement,
  ReceivedRows: receivedRows,
  ReceivedReport: receivedReport,
  ReportPage: reportPage,
  Report: listedReport,
  ReportVersion: reportVersion,
  ReportWithVersions: reportWithVersions,
  EvaluateAnswer: evaluateAnswer,
  ProviderPage: providerPage,
  PublicProvider: publicProvider,
  Problem: problemDocument,
  FieldProblem: fieldProblem,
  ReportEvent: reportEventPayload,
  StatementEvent: statementEventPayload,
  TestEvent: testEventPayload,
} as const;
