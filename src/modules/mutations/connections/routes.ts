import { z } from 'zod';
import { success } from '../../../kernel/http/answer.ts';
import { callbackRoute } from '../../../kernel/http/callback-route.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { deleteMutation } from './delete-mutation.ts';
import { listMutationConnections } from './list-connections.ts';
import { receiveMutationsJob, verifyMutationCallback } from './receive-mutations.ts';
import { saveMutationConnection } from './save-connection.ts';
import {
  DeleteMutationInput,
  ListMutationConnectionsInput,
  MutationConnection,
  MutationConnectionSaved,
  MutationDeleted,
  SaveMutationConnectionInput,
} from './schemas.ts';

const PATH = '/api/open/bank/mutation/connection';
const section = 'Bank';

export const mutationConnectionRoutes: Route[] = [
  route({
    method: 'GET',
    path: PATH,
    operation: 'listMutationConnections',
    section,
    summary: 'List connections with mutation services',
    description: 'The bank accounts that a service reads for the shop. Secrets are not shown.',
    permission: 'mutation_connections.manage',
    session_only: true,
    input: ListMutationConnectionsInput,
    answer: success(z.array(MutationConnection)),
    run: listMutationConnections,
  }),
  route({
    method: 'PUT',
    path: PATH,
    operation: 'saveMutationConnection',
    section,
    summary: 'Connect a bank account with a mutation service',
    description:
      'Moota or Mutasibank reads the account and calls the address in the response. The secret is stored encrypted. Saving again replaces ' +
      'service, secret and address.',
    permission: 'mutation_connections.manage',
    session_only: true,
    fresh_login: true,
    input: SaveMutationConnectionInput,
    answer: success(MutationConnectionSaved),
    run: saveMutationConnection,
  }),
  route({
    method: 'DELETE',
    path: '/api/open/bank/delete-mutation/:bank_id',
    operation: 'deleteBankMutation',
    section,
    summary: 'Disconnect a bank account from its mutation service',
    description: 'No more mutations are read for the account. Those that are recorded stay.',
    permission: 'banks.write',
    input: DeleteMutationInput,
    answer: success(MutationDeleted),
    run: deleteMutation,
  }),
  callbackRoute({
    path: '/api/hooks/mutation/:provider/:connection',
    operation: 'receiveMutationCallback',
    section: 'Callbacks',
    summary: 'Receive mutations of a bank account',
    description:
      'The address to enter at Moota or Mutasibank: `callback_url` of the connection. The call is signed with the secret of the connection.',
    answer_within_ms: 4_000,
    verify: verifyMutationCallback,
    job: receiveMutationsJob,
  }),
];
