import type { z } from 'zod';
import { mustBeOutside } from '../../../kernel/context.ts';
import { networkOf } from '../../../kernel/http/client-address.ts';
import { foundBy } from '../../../kernel/not-found.ts';
import { countUse } from '../../accounts/index.ts';
import { requestAccount } from '../../customers/index.ts';
import { findDistrictCode } from '../../reference/index.ts';
import type { StoreContext } from '../store-context.ts';
import type { RequestAccessInput } from './schemas.ts';

/** From one network ten requests, then one in ten minutes. */
const FROM_NETWORK = { free: 10, leaks_every_s: 600, shortest_s: 60, longest_s: 600 };

/**
 * Asks the shop for an account. The answer is the same, and takes the same time, whether the shop knows this email or phone
 * number: what is stored is not waited for.
 * @throws Refusal 422 on `district_id` if there is no such district, 429 if a network requests too often
 */
export async function requestAccess(
  context: StoreContext,
  { name, phone, email, address, district_id }: z.output<typeof RequestAccessInput>,
): Promise<object> {
  mustBeOutside(context, 'counting requests');
  const counted = `access:${context.shop.id}:${networkOf(context.address)}`;
  await countUse(context, [{ name: counted, rule: FROM_NETWORK }]);
  const district_code =
    district_id === undefined ? null : foundBy('district_id', await findDistrictCode(context, district_id));
  requestAccount(context, { name, phone, email, address: address ?? '', district_code }).catch(
    (error: unknown) =>
      context.log.warn({ request_id: context.request_id, err: error }, 'an account request was not stored'),
  );
  return {};
}
