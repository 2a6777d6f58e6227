import type { IncomingHttpHeaders } from 'node:http';
import type { Context } from '../../kernel/context.ts';
import type { Secret } from '../../kernel/sealed/index.ts';

/** What is told to a customer, by whichever way reaches it. */
export interface Message {
  to: { phone: string | null; email: string | null };
  subject: string;
  /** Plain text. */
  text: string;
  /** Whether the text lets in whoever reads it, as a code does. */
  is_secret?: boolean;
}

/** Passes messages of the product itself, such as codes of buyers: by no vendor of the shop, whose staff could read them there. */
export interface Messages {
  /**
   * Sends a message, in the transaction that is open (or one of its own): it leaves if that is committed.
   * @returns false if no way leads to this customer
   */
  send(context: Context, message: Message): Promise<boolean>;
}

/** How messages of a shop leave. `link`: a person opens a link and presses send. `outbox`: as mail, for trials. */
export const MESSAGE_VENDORS = ['link', 'woowa', 'whatsapp', 'outbox'] as const;
export type MessageVendorName = (typeof MESSAGE_VENDORS)[number];

export const MESSAGE_VENDOR_TITLES: Readonly<Record<MessageVendorName, string>> = {
  link: 'Link WhatsApp',
  woowa: 'Woowa',
  whatsapp: 'WhatsApp Cloud API',
  outbox: 'Outbox',
};

/** A text that the vendor has approved before, with the values of its numbered places. */
export interface ApprovedTemplate {
  name: string;
  language: string;
  values: readonly string[];
}

/** A message of the shop, as it is to leave. */
export interface OutgoingMessage {
  /** Ours, the same in all tries: letters, digits, dashes and underscores, at most 100. */
  key: string;
  /** As `62812…` */
  phone: string;
  email: string | null;
  /** For mail. */
  subject: string;
  text: string;
  /** In place of the text, where the vendor takes free texts only for a while after the customer has written. */
  approved?: ApprovedTemplate | undefined;
}

export type SentMessage =
  /** The vendor has taken it. */
  | { state: 'SENT'; vendor_message_id: string | null }
  /** A person has to open this link. */
  | { state: 'LINK'; link: string };

/** One account at a vendor. Nothing of it stands in a transaction. All calls end in time, and fail with `MessageError` only. */
export interface MessageAccount {
  readonly name: MessageVendorName;
  /** Free texts reach a customer only so long after the customer has written; undefined: always. */
  readonly window_hours: number | undefined;
  /** Whether the vendor tells later under our key what it has sent, so that a lost answer is found again. */
  readonly tells_keys: boolean;
  /**
   * Sends it, or makes its link. It is sent once by each call, and never tried again by itself.
   * @throws MessageError; where `may_be_sent`, nobody knows whether it was
   */
  send(message: OutgoingMessage): Promise<SentMessage>;
  /** Whether the vendor takes the key, as far as it says so; sends nothing. @throws MessageError, `key_refused` where it does not */
  test(): Promise<void>;
}

/** The shop's account at a vendor. */
export interface MessageCredentials {
  /** Where the vendor is; of one whose address the shop enters. */
  address: string | null;
  /** The number that sends, as the vendor names it. */
  sender: string | null;
  api_key: Secret;
}

/** Opens an account; asks nobody. @param credentials of vendors that need them */
export type OpenMessageAccount = (
  name: MessageVendorName,
  context: Context,
  credentials?: MessageCredentials,
) => MessageAccount;

/** What a vendor tells by a callback. */
export interface MessageNews {
  /** What became of messages. */
  states: {
    vendor_message_id: string;
    /** Our key, where the vendor repeats it. */
    key: string | null;
    state: 'SENT' | 'DELIVERED' | 'READ' | 'FAILED';
    problem: MessageProblem | null;
    at: Date;
  }[];
  /** What customers have written. */
  heard: { phone: string; text: string; at: Date }[];
}

/** Callbacks of the vendor that signs them. */
export interface MessageCallbacks {
  /** Whether the call was signed with the secret of the shop's app. */
  isSigned(call: { headers: IncomingHttpHeaders; body: Buffer }, secret: Secret): boolean;
  /**
   * What a signed call says about one sender.
   * @returns undefined where it is none of this vendor
   */
  read(body: Buffer, sender: string): MessageNews | undefined;
}

/** Why a message was not sent, in our words. */
export const MESSAGE_PROBLEMS = [
  /** The key is wrong, or the account is locked. */
  'key_refused',
  /** The account has no money left. */
  'balance_too_low',
  /** It has no such number, or it cannot be reached. */
  'phone_refused',
  /** The customer has not written lately, so that only an approved template may be sent. */
  'window_closed',
  /** No such template is approved, or its values do not fit. */
  'template_refused',
  /** There is no way to this customer, as an email. */
  'no_way',
  /** Refused for another reason. */
  'refused',
  /** Too many requests of this account. */
  'busy',
  /** Not reached, or left alone for a while. */
  'unavailable',
  /** Whether it was sent is not known: no answer in time, a failure of the vendor, or an answer that makes no sense. */
  'answer_lost',
] as const;
export type MessageProblem = (typeof MESSAGE_PROBLEMS)[number];

/** Better in a while, or once the shop has done something about it. */
const PASSING: ReadonlySet<MessageProblem> = new Set([
  'key_refused',
  'balance_too_low',
  'busy',
  'unavailable',
]);

/** A vendor did not send it, or may not have. Its own words are for the log, and never for a client. */
export class MessageError extends Error {
  readonly vendor: MessageVendorName;
  readonly problem: MessageProblem;
  /** What the vendor said, for the log. */
  readonly detail: string;
  /** When it is worth trying again, where somebody knows. */
  readonly retry_after_ms: number | undefined;

  constructor(vendor: MessageVendorName, problem: MessageProblem, detail: string, retry_after_ms?: number) {
    super(`${vendor}: ${problem}`);
    this.vendor = vendor;
    this.problem = problem;
    this.detail = detail.slice(0, 500);
    this.retry_after_ms = retry_after_ms;
  }

  /** Nobody knows whether it was sent: sent again, the customer may get it twice. */
  get may_be_sent(): boolean {
    return this.problem === 'answer_lost';
  }

  /** It was not sent, and may be later. */
  get is_passing(): boolean {
    return PASSING.has(this.problem);
  }
}

declare module '../../kernel/context.ts' {
  interface Ports {
    messages: Messages;
    openMessageAccount: OpenMessageAccount;
    messageCallbacks: MessageCallbacks;
  }
}
