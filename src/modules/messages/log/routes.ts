import { page, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { decideMessages } from './decide-messages.ts';
import { listMessages } from './list-messages.ts';
import { DecideMessagesInput, ListMessagesInput, MessageRow, MessagesDecided } from './schemas.ts';

export const messageLogRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/message',
    operation: 'listMessages',
    section: 'Message',
    summary: 'List messages to customers',
    description: 'With what became of each, the newest first. With `state=LINK`: what a person is to send.',
    permission: 'messages.read',
    input: ListMessagesInput,
    answer: page(MessageRow),
    run: listMessages,
  }),
  route({
    method: 'POST',
    path: '/api/open/message/decide',
    operation: 'decideMessages',
    section: 'Message',
    summary: 'Decide what becomes of messages',
    description:
      'Marks messages as sent by hand, sends failed ones again, or drops them. A message whose state is UNKNOWN may have been sent: it is ' +
      'never sent again by itself.',
    permission: 'messages.send',
    input: DecideMessagesInput,
    answer: success(MessagesDecided),
    run: decideMessages,
  }),
];
