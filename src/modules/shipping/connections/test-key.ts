import { CourierError, type CourierProblem, type CourierVendor } from '../../../integrations/courier/port.ts';
import type { Context } from '../../../kernel/context.ts';
import { waitForVendor } from '../vendor-accounts.ts';

/** Why the vendor does not take the key; null where it does. Asks the vendor. */
export async function testKey(context: Context, vendor: CourierVendor): Promise<CourierProblem | null> {
  try {
    await waitForVendor(context, () => vendor.testKey());
    return null;
  } catch (error) {
    if (!(error instanceof CourierError)) throw error;
    const { problem, detail } = error;
    context.log.warn(
      { shop_id: context.shop.id, vendor: error.vendor, problem, detail },
      'a key was not taken',
    );
    return problem;
  }
}
