import { Refusal } from '../../../kernel/errors.ts';
import { idNotFound } from '../../../kernel/not-found.ts';
import { paperErrors } from './errors.ts';

/**
 * @param statuses of the orders that were found and that the user can see
 * @throws Refusal 422 on each order that was not, or that is not active
 */
export function refuseUnprinted(order_ids: readonly number[], statuses: ReadonlyMap<number, string>): void {
  const faults = order_ids.flatMap((order_id, index) => {
    const status = statuses.get(order_id);
    const field = `order_ids.${index}`;
    if (status === undefined) return [idNotFound(field)];
    if (status === 'ACCEPTED') return [];
    return [paperErrors.part('order_to_print_closed', field, { order_id, status })];
  });
  if (faults.length > 0) throw new Refusal(faults);
}
