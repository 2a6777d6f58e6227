import { page, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import {
  getBroadcast,
  listBroadcasts,
  pauseBroadcast,
  resumeBroadcast,
  stopBroadcast,
} from './change-broadcast.ts';
import {
  Broadcast,
  BroadcastIdInput,
  BroadcastInput,
  BroadcastPreview,
  BroadcastRow,
  BroadcastStarted,
  ListBroadcastsInput,
} from './schemas.ts';
import { beginBroadcast, previewBroadcast } from './start.ts';

const PATH = '/api/open/message/broadcast';
const section = 'Message';

export const broadcastRoutes: Route[] = [
  route({
    method: 'POST',
    path: `${PATH}/preview`,
    operation: 'previewBroadcast',
    section,
    summary: 'Preview a message to many customers',
    description:
      'How many would receive it, who would not and why, what it costs, and how long it takes. Nothing is sent.',
    permission: 'messages.send',
    repeatable: true,
    input: BroadcastInput,
    answer: success(BroadcastPreview),
    run: previewBroadcast,
  }),
  route({
    method: 'POST',
    path: PATH,
    operation: 'startBroadcast',
    section,
    summary: 'Send a message to many customers',
    description:
      'A job makes one message for each receiver; they leave at the pace of the vendor and outside of quiet hours. Customers who want ' +
      'no promos are left out, and of customers who share a phone number one receives it.',
    permission: 'messages.send',
    status: 201,
    input: BroadcastInput,
    answer: success(BroadcastStarted),
    run: beginBroadcast,
  }),
  route({
    method: 'GET',
    path: PATH,
    operation: 'listBroadcasts',
    section,
    summary: 'List messages to many customers',
    permission: 'messages.read',
    input: ListBroadcastsInput,
    answer: page(BroadcastRow),
    run: listBroadcasts,
  }),
  route({
    method: 'GET',
    path: `${PATH}/:id`,
    operation: 'getBroadcast',
    section,
    summary: 'Get a message to many customers',
    description: 'With its progress. Each receiver is in GET /api/open/message with `broadcast_id`.',
    permission: 'messages.read',
    input: BroadcastIdInput,
    answer: success(Broadcast),
    run: getBroadcast,
  }),
  ...(
    [
      ['pause', 'pauseBroadcast', 'Pause a message to many customers', pauseBroadcast],
      ['resume', 'resumeBroadcast', 'Resume a message to many customers', resumeBroadcast],
      ['stop', 'stopBroadcast', 'Stop a message to many customers', stopBroadcast],
    ] as const
  ).map(([what, operation, summary, run]) =>
    route({
      method: 'POST',
      path: `${PATH}/:id/${what}`,
      operation,
      section,
      summary,
      permission: 'messages.send',
      input: BroadcastIdInput,
      answer: success(Broadcast),
      run,
    }),
  ),
];
