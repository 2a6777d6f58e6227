import { z } from 'zod';
import { data } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { getHome } from './get-home.ts';
import { Home } from './schemas.ts';

export const homeRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/home',
    operation: 'getHome',
    section: 'Home',
    summary: 'Get the work of now, and the sales of the last days',
    description:
      'What waits for somebody, with the list that shows it, and what was sold today and in the last 30 days. What the role ' +
      'cannot read is left out.',
    permission: 'shop.read',
    input: z.object({}),
    answer: data(Home),
    run: getHome,
  }),
];
