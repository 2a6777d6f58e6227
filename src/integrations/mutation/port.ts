import type { IncomingHttpHeaders } from 'node:http';
import type { Secret } from '../../kernel/sealed/index.ts';

/** Services that read a bank account for the shop and call when something has come in or gone out. */
export const PROVIDER_NAMES = ['moota', 'mutasibank'] as const;
export type ProviderName = (typeof PROVIDER_NAMES)[number];

export const PROVIDER_TITLES: Readonly<Record<ProviderName, string>> = {
  moota: 'Moota',
  mutasibank: 'Mutasibank',
};

/** A mutation as a service reports it. */
export interface ReportedMutation {
  /** Digits of the account; null: it does not say which. */
  account_number: string | null;
  /** The service's ID of it, which it repeats whenever it reports it; null: it gives none. */
  ref: string | null;
  /** yyyy-mm-dd */
  day: string;
  at: Date | null;
  direction: 'CREDIT' | 'DEBIT';
  amount_idr: number;
  description: string;
  balance_idr: number | null;
}

/** What a service calls with. */
export interface ReportedCall {
  headers: IncomingHttpHeaders;
  /** Byte for byte as it came: signatures are of bytes. */
  body: Buffer;
}

/** What of an entry cannot be read, so that it is no mutation: that it is one at all, or its day, direction or amount. */
export const UNREAD_REASONS = ['ENTRY', 'DATE', 'TYPE', 'AMOUNT'] as const;
export type UnreadReason = (typeof UNREAD_REASONS)[number];

/** What a call says. */
export interface ReportedCallContent {
  mutations: ReportedMutation[];
  /** One for each entry that cannot be read. */
  unread: UnreadReason[];
}

export interface MutationProvider {
  name: ProviderName;
  /** Whether the call was signed with the secret that the shop shares with the service. */
  isSigned(call: ReportedCall, secret: Secret): boolean;
  /**
   * What a signed call reports, and why entries of it cannot be read.
   * @returns undefined where the body is none of this service
   */
  read(body: Buffer): ReportedCallContent | undefined;
}

declare module '../../kernel/context.ts' {
  interface Ports {
    mutationProviders: Readonly<Record<ProviderName, MutationProvider>>;
  }
}
