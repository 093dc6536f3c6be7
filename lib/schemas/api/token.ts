import { z } from 'zod';
import { API_SCOPES } from '#lib/domain/api-client/scope.ts';
import { defineOperation } from '#lib/schemas/api/operation.ts';

export const issuedToken = z
  .object({
    access_token: z.string().describe('accessToken'),
    token_type: z.literal('Bearer').describe('tokenType'),
    expires_in: z.int().min(1).describe('expiresIn'),
    scope: z.string().describe('grantedScope'),
  })
  .describe('issuedToken');

/** Errors of RFC 6749 section 5.2 that the token endpoint gives. */
export const TOKEN_ERRORS = [
  'invalid_request',
  'invalid_client',
  'invalid_scope',
  'unsupported_grant_type',
] as const;

export const tokenError = z
  .object({
    error: z.enum(TOKEN_ERRORS).describe('tokenErrorCode'),
    error_description: z.string().describe('tokenErrorDescription'),
  })
  .describe('tokenError');

export const tokenRequest = z
  .object({
    grant_type: z.literal('client_credentials').describe('grantType'),
    client_id: z.string().describe('clientId'),
    client_secret: z.string().describe('clientSecret'),
    scope: z.string().optional().describe('scope'),
  })
  .describe('tokenRequest');

export const getToken = defineOperation({
  id: 'getToken',
  method: 'post',
  path: '/api/oauth/token',
  tag: 'token',
  scopes: null,
  body: {
    type: 'application/x-www-form-urlencoded',
    schema: tokenRequest,
    example: {
      grant_type: 'client_credentials',
      client_id: 'system-7f3a',
      client_secret: 'hemligheten',
      scope: API_SCOPES.join(' '),
    },
  },
  answer: {
    schema: issuedToken,
    example: {
      access_token: 'k3Jx0Qm1pVb5sYw7uZt9aRd2cFe4gHi6jLk8nMo0qPr',
      token_type: 'Bearer',
      expires_in: 3600,
      scope: API_SCOPES.join(' '),
    },
  },
  problems: [],
});
