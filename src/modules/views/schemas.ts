import { z } from 'zod';
import { boolean, clearable, id, oneOf, optional, text, withDefault } from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';
import { viewLimits } from './limits.ts';
import { VIEWED_LISTS } from './lists.ts';

const title = () => text({ max: 100 });
const query = () => text({ min: 0, max: viewLimits.view_query_characters });
const shared = () => boolean();

export const ListViewsInput = z.object({ list: oneOf(VIEWED_LISTS).describe('The list that they are of.') });

export const CreateViewInput = z.object({
  list: oneOf(VIEWED_LISTS).describe('The list that it is of.'),
  title: title(),
  query: withDefault(query(), '').describe(
    'The filters as the query string of the list has them: `payment_status=UNPAID&order_by=PAYMENT_DATE`.',
  ),
  is_shared: withDefault(shared(), false).describe('For everybody in the shop. Owners and admins only.'),
});

export const UpdateViewInput = z.object({
  id: id(),
  title: optional(title()),
  query: clearable(query()),
  is_shared: optional(shared()),
});

export const ViewIdInput = z.object({ id: id().describe('View ID.') });

export const SavedView = named('SavedView', {
  id: z.int(),
  list: z.enum(VIEWED_LISTS),
  title: z.string(),
  query: z.string(),
  is_shared: z.boolean(),
  user: z.object({ id: z.int(), name: z.string() }).describe('Who saved it.'),
  is_own: z.boolean(),
  updated_at: z.string(),
});

export const ViewDeleted = named('ViewDeleted', { id: z.int() });

const NAME = /^[a-z][a-z0-9._-]*$/;

const name = () =>
  text({ max: 64 }).superRefine((value, context) => {
    if (typeof value === 'string' && !NAME.test(value))
      context.addIssue({ code: 'custom', params: { code: 'preference_name' } });
  });

export const PreferenceNameInput = z.object({ name: name().describe('For example `orders.columns`.') });

export const SetPreferenceInput = PreferenceNameInput.extend({
  value: z
    .unknown()
    .superRefine((value, context) => {
      if (value === undefined) context.addIssue({ code: 'custom', params: { code: 'required' } });
      else if (Buffer.byteLength(JSON.stringify(value)) > viewLimits.preference_bytes)
        context.addIssue({
          code: 'custom',
          params: { code: 'preference_large', limit: viewLimits.preference_bytes },
        });
    })
    .describe('Any JSON.'),
});

export const Preference = named('Preference', {
  name: z.string(),
  value: z.unknown(),
  updated_at: z.string(),
});

export const PreferenceDeleted = named('PreferenceDeleted', { name: z.string() });
