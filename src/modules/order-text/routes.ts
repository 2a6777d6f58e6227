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
      'Reads a pasted order form or chat message in Indonesian and returns the receiver, district, products ' +
      'with quantities, courier and note. Every field has a confidence. Ambiguous fields list their ' +
      'candidates, and text that was not understood is returned in `unread`. Nothing is stored.',
    permission: 'orders.write',
    input: ParseOrderInput,
    answer: success(ParsedOrder, { en: 'Text parsed', id: 'Teks berhasil dibaca' }),
    run: parseOrderText,
  }),
];
