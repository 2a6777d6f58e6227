/** Why an attempt counts as failed. */
export const WEBHOOK_ERRORS = [
  /** No answer within `timeout_ms`. */
  'TIMEOUT',
  /** No connection, or one that broke off before the answer. */
  'UNREACHABLE',
  /** What came back is no HTTP. */
  'NOT_HTTP',
  /** The certificate is not valid for the address. */
  'TLS',
  /** The address leads to where webhooks may not go. */
  'ADDRESS_REFUSED',
  /** A redirection, which is not followed. */
  'REDIRECT',
  /** 410: nothing more is wanted there. */
  'GONE',
  /** Any other status but 2xx. */
  'STATUS',
] as const;
export type WebhookError = (typeof WEBHOOK_ERRORS)[number];

/** Why webhooks are not sent to an address, as far as it shows without asking a name server. */
export type UrlFault = 'webhook_url' | 'webhook_url_https' | 'webhook_url_user' | 'webhook_url_private';

export interface OutgoingWebhook {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Ends the attempt early: it throws the reason of the signal. */
  signal: AbortSignal;
}

/** What became of an attempt. */
export interface WebhookOutcome {
  /** undefined: it was taken. */
  error?: WebhookError | undefined;
  /** undefined: there was no answer. */
  status?: number | undefined;
  milliseconds: number;
  /** The beginning of what was answered, without characters that cannot be stored or seen. */
  answer: string;
  /** How long the receiver wants to be left alone. */
  retry_after_ms?: number | undefined;
}

/** Sends what shops want to have sent to addresses that they have entered. */
export interface Webhooks {
  /** Tries once. @throws only the reason of the signal */
  send(webhook: OutgoingWebhook): Promise<WebhookOutcome>;
  /** @returns what is wrong with an address; undefined where it may be tried */
  faultOf(url: string): UrlFault | undefined;
}

declare module '../../kernel/context.ts' {
  interface Ports {
    webhooks: Webhooks;
  }
}
