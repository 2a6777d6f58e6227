import { z } from 'zod';
import { isOrigin } from '../../kernel/config.ts';
import { aliases, clearable, id, list, optional, phone, text, withDefault } from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';
import { UploadedFile } from '../../kernel/http/route.ts';
import { shopLimits } from './limits.ts';

export const ShopDetail = named('Shop', {
  id: z.int(),
  username: z.string(),
  shop_name: z.string(),
  status: z.string(),
  class: z.string(),
  join_date: z.string(),
  expired_date: z.string().nullable().describe('Last day of the class; null if there is no end.'),
  phone: z.string(),
  courier: z.string().describe('Names of the couriers that the shop offers, separated by commas.'),
  address: z.string(),
  shipper_status: z.enum(['ACTIVE', 'NON ACTIVE']).describe('ACTIVE if the active supplier has a district.'),
  note: z.string().nullable(),
  store_front: z.boolean(),
  warehouse: z.boolean(),
  users: z.array(z.object({ id: z.int(), email: z.string(), name: z.string() })),
  active_supplier: z.object({
    id: z.int(),
    name: z.string(),
    location: z.string(),
    phone: z.string(),
    address: z.string(),
    note: z.string(),
  }),
});

const description = () => text({ max: 2_000, multiline: true });

const address = () => text({ max: 500, multiline: true });

export const UploadLogoInput = z.object({
  logo: z
    .custom<UploadedFile>((value) => value instanceof UploadedFile, { params: { code: 'file_required' } })
    .meta({ type: 'string', format: 'binary' })
    .describe('PNG, JPEG, WebP or GIF of at most 2 MB and 50 megapixels.'),
});

export const Logo = named('ShopLogo', { logo: z.string().describe('URL of the logo.') });

export const UpdateGeneralInfoInput = z.object({
  shop_name: text({ max: 100 }).describe('Shop name.'),
  phone: phone().describe('Shop phone number.'),
  description: clearable(description()).describe(
    'Shop description. An empty value clears it; if omitted, it does not change.',
  ),
  address: address().describe('Shop address.'),
  logo: clearable(
    text({ max: 1_000 }).refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value), {
      params: { code: 'logo_address' },
    }),
  ).describe(
    'Shop logo URL, starting with http:// or https://. An empty value clears it; if omitted, it does not ' +
      'change.',
  ),
});

export const GeneralInfo = named('ShopGeneralInfo', {
  shop_name: z.string(),
  address: z.string(),
  description: z.string(),
  phone: z.string(),
  logo: z.string().nullable().describe('URL of the logo; null if the shop has none.'),
});

export const Supplier = named('Supplier', {
  id: z.int(),
  name: z.string(),
  district_id: z.int().nullable().describe('District ID; null if the supplier has no district yet.'),
  shipper_id: z.int().nullable().describe('Official code of the district.'),
  district: z.string().nullable(),
  city_id: z.int().nullable(),
  city: z.string().nullable(),
  location: z.string(),
  phone: z.string(),
  address: z.string(),
  description: z.string(),
  shipper_status: z.enum(['ACTIVE', 'NON ACTIVE']),
});

export const SupplierName = named('SupplierReference', { supplier_id: z.int(), name: z.string() });

const districtId = () => id().describe('District ID from Search districts. Official codes are accepted too.');

/** The reference calls the address `addess`. */
const SLIPS = { address: ['addess'] };

export const CreateSupplierInput = aliases(
  z.object({
    name: text({ max: 100 }).describe('Supplier name.'),
    district_id: districtId(),
    address: address().describe('Street address of the supplier. `addess` is accepted too.'),
    phone: phone().describe('Supplier phone number.'),
    description: withDefault(description(), '').describe('Description of the supplier.'),
  }),
  SLIPS,
);

export const UpdateSupplierInput = aliases(
  z.object({
    supplier_id: id().describe('Supplier ID.'),
    name: optional(text({ max: 100 })).describe('Supplier name.'),
    district_id: optional(districtId()),
    address: optional(address()).describe('Street address of the supplier. `addess` is accepted too.'),
    phone: optional(phone()).describe('Supplier phone number.'),
    description: clearable(description()).describe('Description of the supplier. An empty value clears it.'),
  }),
  SLIPS,
);

/** Addresses that a platform needs for itself, or that could be taken for it. */
const RESERVED = new Set(
  'www api app admin dashboard account login mail smtp ftp cdn static assets files docs status help support blog'.split(
    ' ',
  ),
);

export const subdomain = () =>
  text({ min: 3, max: 63 })
    .describe("Letters, digits and hyphens. Part of the shop's web address.")
    .overwrite((value) => value.toLowerCase())
    .refine((value) => /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(value), {
      params: { code: 'subdomain_characters' },
    })
    .refine((value) => !RESERVED.has(value), { params: { code: 'subdomain_reserved' } });

export const AllowedOrigins = named('AllowedOrigins', {
  origins: z
    .array(z.string())
    .describe('Origins as browsers write them, for example https://toko.example.com.'),
});

export const SetAllowedOriginsInput = z.object({
  origins: list(
    text({ max: 255 })
      .refine(isOrigin, { params: { code: 'origin' } })
      .transform((origin) => new URL(origin).origin),
    { max: shopLimits.allowed_origins },
  ).describe('The complete list; an empty one allows none.'),
});
