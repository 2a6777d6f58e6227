import { z } from 'zod';
import { oneOf, text } from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { freshLogin } from '../../accounts/index.ts';

const VENDORS = ['biteship', 'rajaongkir', 'shipper'] as const;
const vendor = () => oneOf(VENDORS);

export const ListConnectionsInput = z.object({});

const Offer = named('CourierVendorOffer', {
  rates: z.boolean(),
  booking: z.boolean(),
  drop_off: z.boolean(),
  cancellation: z.boolean(),
  label_codes: z.boolean(),
  tracking: z.boolean(),
  webhooks: z.boolean(),
  cod: z.boolean(),
});

const facts = {
  vendor: z.enum(VENDORS),
  name: z.string(),
  can: Offer.describe('What the vendor offers. What it lacks is done by hand.'),
  key: z.string().nullable().describe('The last characters of the API key; null: not connected.'),
  problem: z
    .object({ code: z.string(), message: z.string() })
    .nullable()
    .describe('Why the vendor did not accept the key when it was last tested.'),
  created_at: z.string().nullable(),
  tested_at: z.string().nullable(),
};

export const CourierConnection = named('CourierConnection', facts);

export const CourierConnectionSaved = named('CourierConnectionSaved', {
  ...facts,
  callback_url: z
    .string()
    .nullable()
    .describe('Enter it as webhook in the dashboard of the vendor. Shown only once, in this response.'),
});

export const SaveConnectionInput = z.object({
  vendor: vendor().describe('The vendor.'),
  api_key: text({ min: 8, max: 500 }).describe('API key of the shop at the vendor.'),
  ...freshLogin(),
});

export const TestConnectionInput = z.object({ vendor: vendor().describe('The vendor.') });

export const RemoveConnectionInput = z.object({ vendor: vendor().describe('The vendor.'), ...freshLogin() });

export const ConnectionRemoved = named('CourierConnectionRemoved', { vendor: z.enum(VENDORS) });
