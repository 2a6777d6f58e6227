import { z } from 'zod';
import { data, page } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { listActiveExpeditions } from './list-active-expeditions.ts';
import { listExpeditions } from './list-expeditions.ts';
import { ActiveExpedition, Expedition, ListActiveExpeditionsInput } from './schemas.ts';

const section = 'Expedition';

export const courierRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/expedition',
    operation: 'listExpeditions',
    section,
    summary: 'List courier services',
    permission: 'reference.read',
    input: z.object({}),
    answer: data(z.array(Expedition)),
    run: listExpeditions,
  }),
  route({
    method: 'GET',
    path: '/api/open/expedition/active',
    operation: 'listActiveExpeditions',
    section,
    summary: 'List active courier services',
    permission: 'shop.read',
    input: ListActiveExpeditionsInput,
    answer: page(ActiveExpedition),
    run: listActiveExpeditions,
  }),
];
