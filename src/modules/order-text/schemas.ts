import { z } from 'zod';
import { text } from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';
import { orderTextLimits } from './limits.ts';

export const ParseOrderInput = z.object({
  text: text({ max: orderTextLimits.order_text_characters, multiline: true }).describe(
    'A chat form or message as the customer wrote it',
  ),
});

const confidence = z
  .number()
  .min(0)
  .max(1)
  .describe('From 0.8: sure; from 0.5: to be checked; below, the value is null');

const field = <Value extends z.ZodType>(value: Value) => z.object({ value: value.nullable(), confidence });

const District = z.object({ id: z.int(), name: z.string(), city: z.string(), province: z.string() });

const Customer = z.object({
  id: z.int(),
  name: z.string(),
  phone: z.string(),
  address: z.string().describe('The one that is kept, to which an order of this customer goes'),
  postal_code: z.string().nullable(),
  district: District.nullable(),
});

const Service = z.object({ id: z.int().describe('Expedition ID'), code: z.string(), name: z.string() });

const Variation = z.object({
  id: z.int(),
  name: z.string().describe('With colour and size'),
  sku: z.string(),
  product_status: z.string(),
  price: z.int().describe('Normal price'),
});

const party = {
  name: field(z.string()),
  phone: field(z.string()),
  customer: field(Customer)
    .extend({ candidates: z.array(Customer) })
    .describe(
      'The customer of this phone number; a candidate only, where the text names somebody else or another address',
    ),
};

export const ParsedOrder = named('ParsedOrder', {
  receiver: z.object({
    ...party,
    address: field(z.string()),
    postal_code: field(z.string()),
    district: field(District).extend({ candidates: z.array(District) }),
  }),
  sender: z.object(party).nullable().describe('Of a dropship order: who sends'),
  products: z.array(
    z.object({
      line: z.int().describe('Line of the text, from 1'),
      text: z.string(),
      qty: field(z.int()),
      variation: field(Variation).extend({ candidates: z.array(Variation) }),
    }),
  ),
  courier: field(z.object({ id: z.int(), name: z.string(), service: Service.nullable() })).extend({
    services: z.array(Service).describe('To choose from where the text says none'),
    candidates: z
      .array(z.object({ id: z.int(), name: z.string() }))
      .describe('Where the text names several couriers'),
  }),
  note: field(z.string()),
  payment: field(z.string()).describe('What the text says of paying, as it is written'),
  unread: z.array(z.object({ line: z.int(), text: z.string() })).describe('What was not understood'),
  has_more_receivers: z
    .boolean()
    .describe(
      'The text tells of several receivers: the first is read, the others stand in `unread`, and the draft is empty',
    ),
  draft: z
    .object({
      customer_sender_id: z.int().optional(),
      customer_receiver_id: z.int().optional(),
      products: z.array(z.object({ id: z.int(), qty: z.int(), product_status: z.string() })),
      expedition: z.object({ id: z.int() }).optional(),
      note: z.string().optional(),
    })
    .describe('What is sure, as the body of a new order takes it'),
  new_customer: z
    .object({
      name: z.string().optional(),
      phone: z.string().optional(),
      address: z.string().optional(),
      district_id: z.int().optional(),
      postal_code: z.string().optional(),
    })
    .nullable()
    .describe(
      'Where the receiver is no customer yet, or not at this address: what is known, as the body of a new customer takes it',
    ),
});
