import { z } from 'zod';
import {
  boolean,
  id,
  keyword,
  list,
  oneOf,
  optional,
  pageFields,
  rupiah,
  text,
  withDefault,
} from '../../../kernel/http/input.ts';
import { named } from '../../../kernel/http/openapi-names.ts';
import { courierServices } from '../../reference/index.ts';

export const Expedition = named('Courier', {
  id: z.int(),
  rate_name: z.string(),
  logistic_name: z.string(),
  show_name: z.string(),
  pickup_available: z.string(),
});

export const ActiveExpedition = named('ActiveCourier', { ...Expedition.shape, logo_url: z.string() });

export const ListActiveExpeditionsInput = z.object({
  keyword: optional(keyword({ max: 20 })).describe('Courier name to search for.'),
  ...pageFields(),
});

const ServiceSetting = z.object({
  id: z.int(),
  logistic_name: z.string(),
  rate_name: z.string(),
  is_active: z.boolean(),
});

/** The names of the groups are those of the reference. */
export const ServiceSettings = named('CourierServiceSettings', {
  Regular: z.array(ServiceSetting),
  Express: z.array(ServiceSetting),
  Trucking: z.array(ServiceSetting),
});

export const SetServiceInput = z.object({
  id: id().describe('Courier service ID from List courier services.'),
  is_active: withDefault(boolean(), false),
});

export const ServiceSet = named('CourierServiceSet', { id: z.int(), is_active: z.boolean() });

/** As texts, as they are sent back as they came. */
const serviceIds = () =>
  optional(list(text({ max: 20 }), { max: courierServices.length })).describe(
    'Courier services of this group that are active; all others of it become inactive. If omitted, the group does not change.',
  );

export const SetServicesInput = z.object({
  regular: serviceIds(),
  express: serviceIds(),
  trucking: serviceIds(),
});

const ids = z.array(z.string());
export const ServicesSet = named('CourierServicesSet', { regular: ids, express: ids, trucking: ids });

export const CustomCourier = named('CustomCourier', {
  id: z.int(),
  name: z.string(),
  fee: z.int(),
  is_cod: z.boolean().describe('Whether it collects cash on delivery.'),
});

/** Two that differ in blanks only are one name. */
const name = () =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.replaceAll(/\s+/g, ' ') : value),
    text({ max: 50 }),
  );

export const CreateCustomCourierInput = z.object({
  name: name(),
  fee: rupiah().describe('Shipping cost of a parcel.'),
  is_cod: withDefault(boolean(), false).describe('Whether it collects cash on delivery.'),
});

export const UpdateCustomCourierInput = z.object({
  id: id(),
  name: name(),
  fee: rupiah(),
  is_cod: optional(boolean()),
});

export const CustomCourierIdInput = z.object({ id: id() });
export const CustomCourierSaved = named('CustomCourierSaved', { id: z.int() });

const cashRounding = { cash_rounding: z.int().describe('0: not rounded.') };
export const CodSettings = named('CodSettings', cashRounding);

export const UpdateCodSettingsInput = z.object({
  cash_rounding: oneOf(['0', '100', '500', '1000']).describe(
    'Amounts that couriers collect are rounded up to a multiple of this.',
  ),
});
