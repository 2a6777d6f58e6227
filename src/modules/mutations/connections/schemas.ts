import { z } from 'zod';
import { PROVIDER_NAMES } from '../../../integrations/mutation/port.ts';
import { id, oneOf, text } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { freshLogin } from '../../accounts/index.ts';

const facts = {
  bank_id: z.int(),
  bank_name: z.string(),
  account_number: z.string(),
  provider: z.enum(PROVIDER_NAMES),
  name: z.string().describe('Name of the service.'),
  created_at: z.string(),
  received_at: z.string().nullable().describe('When the service has called last.'),
};

export const MutationConnection = named('MutationConnection', facts);

export const MutationConnectionSaved = named('MutationConnectionSaved', {
  ...facts,
  callback_url: z.string().describe('Enter it as webhook at the service. Shown only once, in this response.'),
});

export const ListMutationConnectionsInput = z.object({});

export const SaveMutationConnectionInput = z.object({
  bank_id: id().describe('Bank ID of the account that the service reads.'),
  provider: oneOf(PROVIDER_NAMES).describe('The service.'),
  secret: text({ min: 8, max: 500 }).describe(
    'Secret token of the webhook, as it stands in the dashboard of the service.',
  ),
  ...freshLogin(),
});

export const DeleteMutationInput = z.object({ bank_id: id().describe('Bank ID.') });

export const MutationDeleted = named('BankMutationReference', { bank_id: z.int(), name: z.string() });
