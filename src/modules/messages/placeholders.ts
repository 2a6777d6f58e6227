import type { Bilingual } from '../../kernel/http/answer.ts';
import type { RefusalPart } from '../../kernel/errors.ts';
import { messageErrors } from './errors.ts';
import { CUSTOMER_KINDS, type MessageKind } from './kinds.ts';
import { messageLimits } from './limits.ts';

/** What a placeholder is about: an order's are for messages about orders only. Nothing of costs or profit is among them. */
interface Placeholder {
  of: 'SHOP' | 'CUSTOMER' | 'ORDER';
  summary: Bilingual;
}

export const PLACEHOLDERS = {
  shopname: { of: 'SHOP', summary: { id: 'Nama toko', en: 'Name of the shop' } },
  shopphone: { of: 'SHOP', summary: { id: 'Nomor telepon toko', en: 'Phone number of the shop' } },
  buyer: { of: 'CUSTOMER', summary: { id: 'Nama pelanggan', en: 'Name of the customer' } },
  invoice: { of: 'ORDER', summary: { id: 'Nomor invoice', en: 'Invoice number' } },
  orderdate: { of: 'ORDER', summary: { id: 'Tanggal pesanan', en: 'Date of the order' } },
  products: { of: 'ORDER', summary: { id: 'Daftar produk dan jumlahnya', en: 'Products and quantities' } },
  total: { of: 'ORDER', summary: { id: 'Total pesanan', en: 'Total of the order' } },
  paid: { of: 'ORDER', summary: { id: 'Jumlah yang sudah dibayar', en: 'Amount that was paid' } },
  remaining: {
    of: 'ORDER',
    summary: { id: 'Sisa yang harus dibayar', en: 'Amount that remains to be paid' },
  },
  uniquecode: { of: 'ORDER', summary: { id: 'Kode unik', en: 'Unique code' } },
  amount: {
    of: 'ORDER',
    summary: { id: 'Jumlah transfer termasuk kode unik', en: 'Amount to transfer, with the unique code' },
  },
  bankaccounts: { of: 'ORDER', summary: { id: 'Rekening tujuan', en: 'Bank accounts to pay to' } },
  payment: {
    of: 'ORDER',
    summary: {
      id: 'Cara membayar: jumlah, kode unik, rekening, dan batas waktu',
      en: 'How to pay: amount, unique code, bank account and deadline',
    },
  },
  receiver: { of: 'ORDER', summary: { id: 'Nama penerima', en: 'Name of the receiver' } },
  courier: { of: 'ORDER', summary: { id: 'Kurir dan layanan', en: 'Courier and service' } },
  awb: { of: 'ORDER', summary: { id: 'Nomor resi', en: 'AWB number' } },
  shipdate: { of: 'ORDER', summary: { id: 'Perkiraan tanggal kirim', en: 'Estimated day of shipping' } },
} as const satisfies Record<string, Placeholder>;

export type PlaceholderName = keyof typeof PLACEHOLDERS;
export const PLACEHOLDER_NAMES = Object.keys(PLACEHOLDERS) as PlaceholderName[];
export type PlaceholderValues = Partial<Record<PlaceholderName, string>>;

const PATTERN = /\{%\s*([a-z0-9_]{1,40})\s*%\}/gi;

/** The names that may stand in a message of a kind. */
export function placeholdersOf(kind: MessageKind): PlaceholderName[] {
  const is_of_order = !(CUSTOMER_KINDS as readonly string[]).includes(kind);
  return PLACEHOLDER_NAMES.filter((name) => is_of_order || PLACEHOLDERS[name].of !== 'ORDER');
}

/** What is wrong with the placeholders of a text; empty where nothing is. */
export function placeholderFaults(
  text: string,
  field: string,
  allowed: readonly PlaceholderName[] = PLACEHOLDER_NAMES,
): RefusalPart[] {
  const names = namesIn(text);
  if (names.length > messageLimits.message_placeholders)
    return [messageErrors.part('message_placeholders', field, { limit: messageLimits.message_placeholders })];
  const list = allowed.map((name) => `{%${name}%}`).join(', ');
  const unknown = [...new Set(names)].filter((name) => !(allowed as readonly string[]).includes(name));
  if (unknown.length > 0)
    return [
      messageErrors.part('message_placeholder_unknown', field, {
        unknown: unknown.map((name) => `{%${name}%}`).join(', '),
        allowed: list,
      }),
    ];
  // What is left of a pair of marks is a placeholder that was mistyped.
  if (/\{%|%\}/.test(text.replaceAll(PATTERN, '')))
    return [messageErrors.part('message_placeholder_open', field, { allowed: list })];
  return [];
}

function namesIn(text: string): string[] {
  return [...text.matchAll(PATTERN)].map(([, name = '']) => name.toLowerCase());
}

/** The placeholders that a text has. */
export function placeholdersIn(text: string): Set<PlaceholderName> {
  const known: readonly string[] = PLACEHOLDER_NAMES;
  return new Set(namesIn(text).filter((name): name is PlaceholderName => known.includes(name)));
}

/**
 * The text with its placeholders replaced, once: what stands in a value is never read as a placeholder. Cut at what a
 * message can have.
 */
export function fillPlaceholders(text: string, values: PlaceholderValues): string {
  const filled = text.replaceAll(PATTERN, (whole, name: string) => {
    const value: string | undefined = values[name.toLowerCase() as PlaceholderName];
    return value ?? whole;
  });
  if (filled.length <= messageLimits.message_text_characters) return filled;
  const characters = Array.from(filled);
  if (characters.length <= messageLimits.message_text_characters) return filled;
  return `${characters.slice(0, messageLimits.message_text_characters - 1).join('')}…`;
}

/** A value in one line, as names and addresses of people are: they do not form a text of their own. */
export function inLine(value: string, most = 200): string {
  const plain = value.replaceAll(/\s+/g, ' ').trim();
  return plain.length <= most
    ? plain
    : `${Array.from(plain)
        .slice(0, most - 1)
        .join('')}…`;
}
