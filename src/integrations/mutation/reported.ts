import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { isDay } from '../../kernel/calendar.ts';
import type { Secret } from '../../kernel/sealed/index.ts';
import type { ReportedMutation } from './port.ts';

/** Whether a signature in hexadecimal digits is the HMAC-SHA256 of the body; compared in constant time. */
export function isHmacOf(body: Buffer, signature: unknown, secret: Secret): boolean {
  if (typeof signature !== 'string' || !/^[0-9a-f]{64}$/i.test(signature)) return false;
  const expected = createHmac('sha256', secret.reveal()).update(body).digest();
  return timingSafeEqual(Buffer.from(signature, 'hex'), expected);
}

/** Just under a trillion rupiah. */
const AMOUNT_MOST_IDR = 999_999_999_999;
const DESCRIPTION_CHARACTERS = 500;

/** Services send amounts as numbers and as texts, as `50000`, `"50000"` and `"50000.00"`. */
const amount = z
  .union([z.number(), z.string().regex(/^-?\d{1,15}(?:\.\d{1,4})?$/)])
  .transform(Number)
  .transform(Math.floor);

const text = z.union([z.string(), z.number()]).transform((value) => visible(String(value)));

/** What is common to what services report of a mutation. */
export const reportedFields = {
  description: text.optional(),
  type: z.string(),
  amount,
  balance: amount.nullish().catch(null),
};

const Moment = z.string().regex(/^\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?/);

interface Reported {
  account_number: unknown;
  ref: unknown;
  moment: unknown;
  type: string;
  amount: number;
  balance?: number | null | undefined;
  description?: string | undefined;
}

/**
 * A mutation of what a service says.
 * @returns undefined where its day, direction or amount cannot be read
 */
export function reportedMutation(reported: Reported): ReportedMutation | undefined {
  const moment = Moment.safeParse(reported.moment).data;
  const day = moment?.slice(0, 10) ?? '';
  const direction = directionOf(reported.type);
  const amount_idr = Math.abs(reported.amount);
  if (!isDay(day) || direction === undefined || amount_idr === 0 || amount_idr > AMOUNT_MOST_IDR)
    return undefined;
  const account_number = textOf(reported.account_number).replaceAll(/\D/g, '');
  return {
    account_number: /^\d{5,20}$/.test(account_number) ? account_number : null,
    day,
    at: momentOf(moment ?? ''),
    direction,
    amount_idr,
    description: (reported.description ?? '').slice(0, DESCRIPTION_CHARACTERS).toWellFormed().trim(),
    balance_idr: reported.balance ?? null,
    ref: refOf(reported.ref),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function refOf(ref: unknown): string | null {
  const text = visible(textOf(ref));
  return text === '' || text.length > 100 ? null : text;
}

function directionOf(type: string): 'CREDIT' | 'DEBIT' | undefined {
  const said = type.trim().toUpperCase();
  if (['CR', 'CREDIT', 'KREDIT', 'K', 'C'].includes(said)) return 'CREDIT';
  return ['DB', 'DEBIT', 'DEBET', 'D'].includes(said) ? 'DEBIT' : undefined;
}

/** Services write the time of Jakarta, and midnight where they know none. */
function momentOf(moment: string): Date | null {
  const time = moment.slice(11, 19);
  if (time === '' || time.startsWith('00:00')) return null;
  const at = new Date(`${moment.slice(0, 10)}T${time.length === 5 ? `${time}:00` : time}+07:00`);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** What a text can hold, in one line. */
function visible(value: string): string {
  return value
    .replaceAll(/[\s\0]+/g, ' ')
    .toWellFormed()
    .trim();
}
