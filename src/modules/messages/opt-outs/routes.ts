import { page, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { ListOptOutsInput, OptOut, OptOutSet, SetOptOutInput } from './schemas.ts';
import { listOptOuts, setOptOut } from './set-opt-out.ts';

const PATH = '/api/open/message/opt-out';
const section = 'Message';

export const optOutRoutes: Route[] = [
  route({
    method: 'GET',
    path: PATH,
    operation: 'listOptOuts',
    section,
    summary: 'List customers who want no promos',
    permission: 'messages.read',
    input: ListOptOutsInput,
    answer: page(OptOut),
    run: listOptOuts,
  }),
  route({
    method: 'PUT',
    path: PATH,
    operation: 'setOptOut',
    section,
    summary: 'Record whether a customer wants promos',
    description:
      'Customers who want none are left out of messages to many. They are still told of their own orders. By WhatsApp Cloud API, customers ' +
      'say it themselves: STOP or BERHENTI, and START or MULAI.',
    permission: 'messages.send',
    input: SetOptOutInput,
    answer: success(OptOutSet),
    run: setOptOut,
  }),
];
