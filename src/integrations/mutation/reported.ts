import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../../kernel/sealed/index.ts';
import type { ReportedCallContent, ReportedMutation, UnreadReason } from './port.ts';
import { reportedAmount, reportedDirection, reportedMoment } from './reported-values.ts';

/** Whether a signature in hexadecimal digits is the HMAC-SHA256 of the body; compared in constant time. */
export function isHmacOf(body: Buffer, signature: unknown, secret: Secret): boolean {
  if (typeof signature !== 'string' || !/^[0-9a-f]{64}$/i.test(signature)) return false;
  const expected = createHmac('sha256', secret.reveal()).update(body).digest();
  return timingSafeEqual(Buffer.from(signature, 'hex'), expected);
}

const DESCRIPTION_CHARACTERS = 500;

/** What a service says of a mutation, as it came. */
interface Reported {
  account_number: unknown;
  ref: unknown;
  moment: unknown;
  type: unknown;
  amount: unknown;
  balance: unknown;
  description: unknown;
}

/**
 * The mutations of a call, and why others of its entries are none.
 * @param fieldsOf what an entry says, whatever the service calls it
 */
export function reportedMutations(
  entries: readonly unknown[],
  fieldsOf: (entry: Readonly<Record<string, unknown>>) => Reported,
): ReportedCallContent {
  const mutations: ReportedMutation[] = [];
  const unread: UnreadReason[] = [];
  for (const entry of entries) {
    const read = isRecord(entry) ? reportedMutation(fieldsOf(entry)) : 'ENTRY';
    if (typeof read === 'string') unread.push(read);
    else mutations.push(read);
  }
  return { mutations, unread };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns the reason where its day, direction or amount cannot be read */
function reportedMutation(reported: Reported): ReportedMutation | UnreadReason {
  const moment = reportedMoment(reported.moment);
  if (moment === undefined) return 'DATE';
  const direction = reportedDirection(reported.type);
  if (direction === undefined) return 'TYPE';
  const amount = reportedAmount(reported.amount);
  if (amount === undefined || amount === 0) return 'AMOUNT';
  const account_number = textOf(reported.account_number).replaceAll(/\D/g, '');
  return {
    account_number: /^\d{5,20}$/.test(account_number) ? account_number : null,
    ...moment,
    // What is taken back is CR with a minus. Many write what went out with a minus, so that DB with one went out.
    direction: amount < 0 ? 'DEBIT' : direction,
    amount_idr: Math.abs(amount),
    description: textOf(reported.description).slice(0, DESCRIPTION_CHARACTERS).toWellFormed().trim(),
    balance_idr: reportedAmount(reported.balance) ?? null,
    ref: refOf(reported.ref),
  };
}

/** What a text can hold, in one line. */
function textOf(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return String(value)
    .replaceAll(/[\s\0]+/g, ' ')
    .toWellFormed()
    .trim();
}

function refOf(ref: unknown): string | null {
  const text = textOf(ref);
  return text === '' || text.length > 100 ? null : text;
}
