import { tokenOf } from './token.ts';
import type { Sandbox } from './sandbox.ts';

export { SandboxAccount } from './sandbox-account.ts';

/** Where clock and payouts of the sandbox are moved: its address is its key. */
export function sandboxDesk({ secrets, public_url }: Pick<Sandbox, 'secrets' | 'public_url'>): string {
  return `${public_url()}/sandbox/desk/${tokenOf(secrets, 'sandbox desk')}`;
}
