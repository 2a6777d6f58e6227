import { success } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { parseOrderText } from './parse-order-text.ts';
import { ParsedOrder, ParseOrderInput } from './schemas.ts';

export const orderTextRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/order/parse',
    operation: 'parseOrderText',
    section: 'Order',
    summary: 'Parse an order from text',
    description:
      'Takes a pasted form or message in Indonesian and tells what it says: receiver, district, goods with ' +
      'quantities, courier, note. Every field has its confidence; what may be several things comes with ' +
      'candidates, what was not understood stands in `unread`. Nothing is saved.',
    permission: 'orders.write',
    input: ParseOrderInput,
    answer: success(ParsedOrder, { en: 'Text read', id: 'Teks dibaca' }),
    run: parseOrderText,
  }),
];
