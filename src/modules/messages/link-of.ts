import type { Context } from '../../kernel/context.ts';

/** The link that a person opens to send a text to a number. */
export async function linkOf(context: Context, phone: string, text: string): Promise<string> {
  const message = { key: '', phone, email: null, subject: '', text };
  const made = await context.ports.openMessageAccount('link', context).send(message);
  return made.state === 'LINK' ? made.link : '';
}
