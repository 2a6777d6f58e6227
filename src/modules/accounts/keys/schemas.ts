import { z } from 'zod';
import { id, integer, text, withDefault } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { freshLogin } from '../schemas.ts';

export const CreateApiKeyInput = z.object({
  name: text({ max: 100 }).describe('What the key is used for.'),
  ...freshLogin(),
});

export const ApiKeyCreated = named('ApiKeyCreated', {
  id: z.int(),
  name: z.string(),
  key: z.string().describe('Shown only once, in this response.'),
  expires_at: z.string(),
});

export const ApiKey = named('ApiKey', {
  id: z.int(),
  name: z.string(),
  key_start: z.string().describe('The first characters of the key.'),
  made_by: z.string(),
  status: z.enum(['ACTIVE', 'REVOKED', 'EXPIRED']),
  created_at: z.string(),
  expires_at: z.string().describe('When the key expires or stopped working.'),
  last_used_at: z.string().nullable().describe('Updated at most once a minute.'),
});

export const ApiKeyIdInput = z.object({ id: id().describe('API key ID.'), ...freshLogin() });

export const ApiKeyRevoked = named('ApiKeyRevoked', { id: z.int() });

export const RotateApiKeyInput = z.object({
  id: id().describe('API key ID.'),
  overlap_hours: withDefault(integer({ min: 0, max: 168 }), 24).describe(
    'Number of hours for which the old key keeps working.',
  ),
  ...freshLogin(),
});

export const ApiKeyRotated = named('ApiKeyRotated', { ...ApiKeyCreated.shape, old_key_ends_at: z.string() });
