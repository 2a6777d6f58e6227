import { z } from 'zod';
import { text } from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';
import { orderTextLimits } from './limits.ts';

export const ParseOrderInput = z.object({
  text: text({ max: orderTextLimits.order_text_characters, multiline: true }).describe(
    'An order form or chat message, exactly as the customer wrote it.',
  ),
});

const confidence = z
  .number()
  .min(0)
  .max(1)
  .describe('0.8 or more: reliable. From 0.5: please check. Below 0.5: the value is null.');

const field = <Value extends z.ZodType>(value: Value) => z.object({ value: value.nullable(), confidence });

const District = z.object({ id: z.int(), name: z.string(), city: z.string(), province: z.string() });

const Customer = z.object({
  id: z.int(),
  name: z.string(),
  phone: z.string(),
  address: z.string().describe('Stored address of the customer, to which the order would be delivered.'),
  postal_code: z.string().nullable(),
  district: District.nullable(),
});

const Service = z.object({ id: z.int().describe('Expedition ID.'), code: z.string(), name: z.string() });

const Variation = z.object({
  id: z.int(),
  name: z.string().describe('Product name with colour and size.'),
  sku: z.string(),
  product_status: z.string(),
  price: z.int().describe('Normal price.'),
});

const party = {
  name: field(z.string()),
  phone: field(z.string()),
  customer: field(Customer)
    .extend({ candidates: z.array(Customer) })
    .describe(
      'Customer with this phone number. Returned only as a candidate if the text has a different name or ' +
        'address.',
    ),
};

export const ParsedOrder = named('ParsedOrder', {
  receiver: z.object({
    ...party,
    address: field(z.string()),
    postal_code: field(z.string()),
    district: field(District).extend({ candidates: z.array(District) }),
  }),
  sender: z.object(party).nullable().describe('For a dropship order: the sender named in the text.'),
  products: z.array(
    z.object({
      line: z.int().describe('Line number in the text, starting at 1.'),
      text: z.string(),
      qty: field(z.int()),
      variation: field(Variation).extend({ candidates: z.array(Variation) }),
    }),
  ),
  courier: field(z.object({ id: z.int(), name: z.string(), service: Service.nullable() })).extend({
    services: z.array(Service).describe('Services to choose from if the text does not name one.'),
    candidates: z
      .array(z.object({ id: z.int(), name: z.string() }))
      .describe('Given if the text names several couriers.'),
  }),
  note: field(z.string()),
  payment: field(z.string()).describe('What the text says about payment, verbatim.'),
  unread: z.array(z.object({ line: z.int(), text: z.string() })).describe('Lines that were not understood.'),
  has_more_receivers: z
    .boolean()
    .describe(
      'True if the text has several receivers. The first receiver is parsed, the others are listed in ' +
        '`unread`, and `draft` is empty.',
    ),
  draft: z
    .object({
      customer_sender_id: z.int().optional(),
      customer_receiver_id: z.int().optional(),
      products: z.array(z.object({ id: z.int(), qty: z.int(), product_status: z.string() })),
      expedition: z.object({ id: z.int() }).optional(),
      note: z.string().optional(),
    })
    .describe('The reliable fields, as a request body for Create an order.'),
  new_customer: z
    .object({
      name: z.string().optional(),
      phone: z.string().optional(),
      address: z.string().optional(),
      district_id: z.int().optional(),
      postal_code: z.string().optional(),
      category: z.string().describe('Always N, the category of retail customers.'),
      is_active: z.string(),
    })
    .nullable()
    .describe(
      'Given if the receiver is not a customer yet, or not at this address: the known fields, as a request ' +
        'body for Create a customer. It can be sent as it is if `new_customer_missing` is empty.',
    ),
  new_customer_missing: z
    .array(z.enum(['name', 'phone', 'address', 'district_id']))
    .describe('Required fields of a customer that the text does not have: add them to `new_customer`.'),
});
