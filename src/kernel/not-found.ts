import { Refusal, type RefusalPart } from './errors.ts';

/** The fault of an ID in the input that the shop has no row for. One of another shop is answered alike. */
export function idNotFound(field: string): RefusalPart {
  return { code: 'field_not_found', field };
}

/** @throws Refusal 422 on each of these fields; none does nothing */
export function refuseNotFound(fields: readonly string[]): void {
  if (fields.length > 0) throw new Refusal(fields.map(idNotFound));
}

/**
 * What an ID of the input names.
 * @throws Refusal 422 on its field where it names nothing
 */
export function foundBy<Row>(field: string, row: Row | undefined): Row {
  if (row === undefined) throw new Refusal([idNotFound(field)]);
  return row;
}
