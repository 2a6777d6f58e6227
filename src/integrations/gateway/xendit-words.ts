import type { GatewayProblem, PayoutFailure } from './port.ts';

/** Error codes of Xendit (docs.xendit.co: virtual accounts, invoices, payouts), in our words. */
export const PROBLEMS: Readonly<Record<string, GatewayProblem>> = {
  INVALID_API_KEY: 'key_refused',
  REQUEST_FORBIDDEN_ERROR: 'key_refused',
  UNAUTHORIZED_ERROR: 'key_refused',
  API_VALIDATION_ERROR: 'request_refused',
  INVALID_JSON_FORMAT: 'request_refused',
  CALLBACK_VIRTUAL_ACCOUNT_NAME_NOT_ALLOWED_ERROR: 'request_refused',
  EXPIRATION_DATE_INVALID_ERROR: 'request_refused',
  BANK_NOT_SUPPORTED_ERROR: 'channel_refused',
  CLOSED_VA_NOT_SUPPORTED_ERROR: 'channel_refused',
  EXPIRATION_DATE_NOT_SUPPORTED_ERROR: 'channel_refused',
  UNAVAILABLE_PAYMENT_METHOD_ERROR: 'channel_refused',
  NO_COLLECTION_METHODS_ERROR: 'channel_refused',
  MINIMUM_EXPECTED_AMOUNT_ERROR: 'amount_refused',
  MAXIMUM_EXPECTED_AMOUNT_ERROR: 'amount_refused',
  MINIMAL_TRANSFER_AMOUNT_ERROR: 'amount_refused',
  MAXIMUM_TRANSFER_AMOUNT_ERROR: 'amount_refused',
  CHANNEL_CODE_NOT_SUPPORTED_ERROR: 'channel_refused',
  BANK_CODE_NOT_SUPPORTED_ERROR: 'channel_refused',
  RECIPIENT_ACCOUNT_NUMBER_ERROR: 'account_refused',
  RECIPIENT_AMOUNT_ERROR: 'amount_refused',
  MAXIMUM_TRANSFER_LIMIT_ERROR: 'amount_refused',
  INSUFFICIENT_BALANCE: 'balance_too_low',
  INSUFFICIENT_BALANCE_ERROR: 'balance_too_low',
};

/** Statuses of HTTP, where an answer has no code that we know. */
export const BY_STATUS: Readonly<Record<number, GatewayProblem>> = {
  401: 'key_refused',
  403: 'key_refused',
};

export const PAYOUT_FAILURES: Readonly<Record<string, PayoutFailure>> = {
  INVALID_DESTINATION: 'account_refused',
  INSUFFICIENT_BALANCE: 'balance_too_low',
  REJECTED_BY_CHANNEL: 'bank_failed',
  TEMPORARY_TRANSFER_ERROR: 'bank_failed',
  TRANSFER_ERROR: 'bank_failed',
  UNKNOWN_BANK_NETWORK_ERROR: 'bank_failed',
};

/** QRIS and e-wallets, as invoices call them. An account that has not all of them shows what it has. */
export const PAGE_METHODS = ['QRIS', 'OVO', 'DANA', 'SHOPEEPAY', 'LINKAJA', 'ASTRAPAY'] as const;
