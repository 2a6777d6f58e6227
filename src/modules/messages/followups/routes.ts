import { z } from 'zod';
import { data, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { ListFollowupsInput, MessageFollowup, SwitchFollowupInput } from './schemas.ts';
import { listFollowups, switchFollowup } from './switch-followup.ts';

const PATH = '/api/open/message/followup';
const section = 'Message';

export const followupRoutes: Route[] = [
  route({
    method: 'GET',
    path: PATH,
    operation: 'listMessageFollowups',
    section,
    summary: 'List messages that are sent by themselves',
    description:
      'What customers can be told when an order has come so far. All are off until they are switched on.',
    permission: 'messages.read',
    input: ListFollowupsInput,
    answer: data(z.array(MessageFollowup)),
    run: listFollowups,
  }),
  route({
    method: 'PUT',
    path: PATH,
    operation: 'switchMessageFollowup',
    section,
    summary: 'Switch a message that is sent by itself on or off',
    description:
      'Each order is told once of each kind, by what happens after it was switched on. A message is not sent if the order has changed ' +
      'meanwhile, as when it was paid. Without a vendor the messages wait as links for a person.',
    permission: 'messages.send',
    input: SwitchFollowupInput,
    answer: success(MessageFollowup),
    run: switchFollowup,
  }),
];
