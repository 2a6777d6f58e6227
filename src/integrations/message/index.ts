import type { Config } from '../../kernel/config.ts';
import type { Log } from '../../kernel/log.ts';
import { linkAccount } from './link.ts';
import { mailMessages } from './mail-messages.ts';
import { outboxAccount } from './outbox.ts';
import type { MessageCallbacks, Messages, OpenMessageAccount } from './port.ts';
import { MessageClient } from './vendor-client.ts';
import { whatsappCallbacks } from './whatsapp-news.ts';
import { whatsappAccount } from './whatsapp.ts';
import { woowaAccount } from './woowa.ts';

/** Vendors answer within a second or two; what takes longer has its message lost or not, and nobody knows. */
const TIMEOUT_MS = 15_000;

/** Addresses of shops whose vendor is remembered, with how it has behaved of late. */
const CLIENTS = 200;

/** All that has to do with messages; those of the product itself reach customers by mail. */
export function openMessagePorts(
  config: Pick<Config, 'WHATSAPP_URL'>,
  log: Log,
): { messages: Messages; messageCallbacks: MessageCallbacks; openMessageAccount: OpenMessageAccount } {
  return {
    messages: mailMessages,
    messageCallbacks: whatsappCallbacks,
    openMessageAccount: openMessageAccounts(config, log),
  };
}

/**
 * The vendors of messages. Addresses that shops enter must be of the public internet.
 * @param more.addresses_from `operator` in tests, whose vendors are on this machine
 */
export function openMessageAccounts(
  { WHATSAPP_URL }: Pick<Config, 'WHATSAPP_URL'>,
  log: Log,
  {
    timeout_ms = TIMEOUT_MS,
    addresses_from = 'user',
  }: { timeout_ms?: number; addresses_from?: 'user' | 'operator' } = {},
): OpenMessageAccount {
  const of_whatsapp = new MessageClient({ name: 'whatsapp', log, addresses_from: 'operator', timeout_ms });
  const clients = new Map<string, MessageClient>();
  /** One for each address, so that what fails for one shop keeps no other waiting. */
  const clientAt = (address: string) => {
    const found =
      clients.get(address) ?? new MessageClient({ name: 'woowa', log, addresses_from, timeout_ms });
    clients.delete(address);
    clients.set(address, found);
    for (const oldest of clients.keys()) if (clients.size > CLIENTS) clients.delete(oldest);
    return found;
  };
  return (name, context, credentials) => {
    if (name === 'link') return linkAccount;
    if (name === 'outbox') return outboxAccount(context);
    if (credentials === undefined) throw new Error(`no credentials of ${name}`);
    return name === 'whatsapp'
      ? whatsappAccount(of_whatsapp, WHATSAPP_URL, credentials)
      : woowaAccount(clientAt(credentials.address ?? ''), credentials);
  };
}
