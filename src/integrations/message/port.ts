import type { Context } from '../../kernel/context.ts';

/** What is told to a customer, by whichever way reaches it. */
export interface Message {
  to: { phone: string | null; email: string | null };
  subject: string;
  /** Plain text. */
  text: string;
  /** Whether the text lets in whoever reads it, as a code does. */
  is_secret?: boolean;
}

/** Passes messages to customers of a shop. */
export interface Messages {
  /**
   * Sends a message, in the transaction that is open (or one of its own): it leaves if that is committed.
   * @returns false if no way leads to this customer
   */
  send(context: Context, message: Message): Promise<boolean>;
}

declare module '../../kernel/context.ts' {
  interface Ports {
    messages: Messages;
  }
}
