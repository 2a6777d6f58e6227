import { z } from 'zod';
import { success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { Nothing } from '../schemas.ts';
import { createApiKey } from './create-api-key.ts';
import { listApiKeys } from './list-api-keys.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import { rotateApiKey } from './rotate-api-key.ts';
import {
  ApiKey,
  ApiKeyCreated,
  ApiKeyIdInput,
  ApiKeyRevoked,
  ApiKeyRotated,
  CreateApiKeyInput,
  RotateApiKeyInput,
} from './schemas.ts';

export const keyRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/account/api-key',
    operation: 'createApiKey',
    section: 'Account',
    summary: 'Create an API key',
    description: 'The key is shown only once, in this response. It expires after one year.',
    permission: 'keys.manage',
    session_only: true,
    fresh_login: true,
    input: CreateApiKeyInput,
    status: 201,
    answer: success(ApiKeyCreated),
    run: createApiKey,
  }),
  route({
    method: 'GET',
    path: '/api/account/api-keys',
    operation: 'listApiKeys',
    section: 'Account',
    summary: 'List API keys',
    permission: 'keys.manage',
    session_only: true,
    input: Nothing,
    answer: success(z.array(ApiKey)),
    run: listApiKeys,
  }),
  route({
    method: 'DELETE',
    path: '/api/account/api-key/:id',
    operation: 'revokeApiKey',
    section: 'Account',
    summary: 'Revoke an API key',
    permission: 'keys.manage',
    session_only: true,
    fresh_login: true,
    input: ApiKeyIdInput,
    answer: success(ApiKeyRevoked),
    run: revokeApiKey,
  }),
  route({
    method: 'POST',
    path: '/api/account/api-key/rotate',
    operation: 'rotateApiKey',
    section: 'Account',
    summary: 'Rotate an API key',
    permission: 'keys.manage',
    session_only: true,
    fresh_login: true,
    input: RotateApiKeyInput,
    status: 201,
    answer: success(ApiKeyRotated),
    run: rotateApiKey,
  }),
];
