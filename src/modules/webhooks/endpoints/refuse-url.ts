import type { Context } from '../../../kernel/context.ts';
import { webhookErrors } from '../errors.ts';

/**
 * Refuses an address that webhooks are not sent to, as far as it shows in the address itself. What a name leads to is looked at
 * whenever something is sent.
 * @throws Refusal 422 on `url`
 */
export function refuseUrl({ ports }: Context, url: string): void {
  const fault = ports.webhooks.faultOf(url);
  if (fault !== undefined) throw webhookErrors.refuseField(fault, 'url');
}
