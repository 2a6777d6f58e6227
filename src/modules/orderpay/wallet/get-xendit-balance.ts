import type { z } from 'zod';
import { GatewayError } from '../../../integrations/gateway/port.ts';
import type { Context } from '../../../kernel/context.ts';
import { gatewayRefusal, openGatewayOf, waitForGateway } from '../../payments/index.ts';
import type { XenditBalance } from './schemas.ts';

/**
 * Asks the gateway what is in the shop's own account, before any transaction. The account of the installation is none of
 * the shop's.
 * @throws Refusal 422 where the shop has no account of its own, or the gateway does not take its key; 503 where it does not
 *   answer
 */
export async function askXenditBalance(context: Context): Promise<z.input<typeof XenditBalance>> {
  const account = await openGatewayOf(context, 'SHOP');
  if (account === undefined) throw gatewayRefusal('off');
  try {
    return { balance: await waitForGateway(context, () => account.balance()) };
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    const { problem, detail } = error;
    context.log.warn(
      { shop_id: context.shop.id, problem, detail },
      'the balance at the gateway was not read',
    );
    throw gatewayRefusal(problem);
  }
}
