import { page, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { getMutation } from './get-mutation.ts';
import { ignoreMutation } from './ignore-mutation.ts';
import { matchMutation } from './match-mutation.ts';
import { listMutations } from './read-mutations.ts';
import {
  BankMutation,
  BankMutationDetail,
  IgnoreMutationInput,
  ListMutationsInput,
  MatchMutationInput,
  MutationIdInput,
  UndoMutationInput,
} from './schemas.ts';
import { undoMutation } from './undo-mutation.ts';

const PATH = '/api/open/bank/mutation';
const section = 'Bank';

export const mutationQueueRoutes: Route[] = [
  route({
    method: 'GET',
    path: PATH,
    operation: 'listMutations',
    section,
    summary: 'List bank mutations',
    description:
      'What came in and went out on the bank accounts of the shop, the newest first. `state=WAITING` is the queue: what came in and is ' +
      'of no payment yet.',
    permission: 'banks.read',
    input: ListMutationsInput,
    answer: page(BankMutation),
    run: listMutations,
  }),
  route({
    method: 'GET',
    path: `${PATH}/:id`,
    operation: 'getMutation',
    section,
    summary: 'Get a bank mutation and what it may pay',
    permission: 'banks.read',
    input: MutationIdInput,
    answer: success(BankMutationDetail),
    run: getMutation,
  }),
  route({
    method: 'POST',
    path: `${PATH}/:id/match`,
    operation: 'matchMutation',
    section,
    summary: 'Match a bank mutation',
    description:
      'Lets it pay a payment of a buyer (`payment_id`), or one or several accepted orders (`orders`). What is left of it waits on. ' +
      'The same match again changes nothing.',
    permission: 'payments.write',
    input: MatchMutationInput,
    answer: success(BankMutation),
    run: matchMutation,
  }),
  route({
    method: 'POST',
    path: `${PATH}/:id/ignore`,
    operation: 'ignoreMutation',
    section,
    summary: 'Ignore a bank mutation',
    description: 'It, or what is left of it, is no payment, and does not wait any more.',
    permission: 'payments.write',
    input: IgnoreMutationInput,
    answer: success(BankMutation),
    run: ignoreMutation,
  }),
  route({
    method: 'POST',
    path: `${PATH}/:id/undo`,
    operation: 'undoMutation',
    section,
    summary: 'Undo the matches of a bank mutation, or that it is ignored',
    description:
      'It waits again. Payments of orders that were recorded with a match are removed, and the payment of a buyer is again what it was. ' +
      'Of one that is ignored with a part matched, the first call undoes that it is ignored.',
    permission: 'payments.write',
    input: UndoMutationInput,
    answer: success(BankMutation),
    run: undoMutation,
  }),
];
