import type { Context } from './context.ts';
import { Refusal } from './errors.ts';
import { may, type Permission } from './permissions.ts';

/**
 * What a role can't read it can't change: the one place of that rule. A field of a row that there is stays as it is
 * where an input leaves it out (as null and blank do); of a role that may not read it a value is refused, whatever it
 * is, so that no answer depends on what is stored. The same goes for filters by such a field.
 * @param permission that reading the fields takes
 * @param fields those of the input, each with what it says; undefined: nothing
 * @throws Refusal 403 that names each field with a value
 */
export function refuseHiddenFields(
  { actor }: Context,
  permission: Permission,
  fields: readonly { field: string; value: unknown }[],
): void {
  if (may(actor.role, permission)) return;
  const given = fields.filter(({ value }) => value !== undefined);
  if (given.length > 0) throw new Refusal(given.map(({ field }) => ({ code: 'field_hidden', field })));
}
