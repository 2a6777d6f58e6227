import type { MessageAccount, OutgoingMessage } from './port.ts';

/** WhatsApp opens at this address with the text written, whatever device it is opened on. */
function linkOf({ phone, text }: Pick<OutgoingMessage, 'phone' | 'text'>): string {
  return `https://wa.me/${phone}?text=${encodeURIComponent(text)}`;
}

/** The default, which needs no account: a link that a person opens. */
export const linkAccount: MessageAccount = {
  name: 'link',
  window_hours: undefined,
  tells_keys: false,
  send: async (message) => ({ state: 'LINK', link: linkOf(message) }),
  test: async () => undefined,
};
