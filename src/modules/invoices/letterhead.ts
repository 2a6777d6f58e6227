import { heightOf, writeText } from '../../kernel/paper/fit-text.ts';
import { MM, type Paper } from '../../kernel/paper/open-paper.ts';
import { drawRule, type Pages } from '../../kernel/paper/pages.ts';
import { printable } from '../../kernel/paper/printable-text.ts';
import { localPhone } from '../../kernel/phone.ts';
import { bankName } from '../reference/index.ts';
import type { LetterheadShop, PayAccount } from './letterhead-sql.ts';

/** What the head of a document says of the shop; all of it is printable. */
export interface Letterhead {
  name: string;
  contact: string;
}

export function letterheadOf({ name, address, phone }: LetterheadShop): Letterhead {
  return {
    name: printable(name),
    contact: printable([address, phoneText(phone)].filter(Boolean).join('  |  ')),
  };
}

/** A stored phone number as papers have it; empty where there is none. */
export function phoneText(phone: string): string {
  return phone === '' ? '' : localPhone(phone);
}

/** The accounts to pay to, one a line. */
export function accountLines(accounts: readonly PayAccount[]): string[] {
  return accounts.map(({ bank_type, account_number, holder_name }) =>
    printable(`${bankName(bank_type)} ${account_number} a.n. ${holder_name}`),
  );
}

const HEIGHT = 24 * MM;
const LOGO = { width: 30 * MM, height: 20 * MM };

/**
 * The head of a document of the shop: its logo, name, address and phone at the left; what it is, and its facts, at the
 * right. All texts are printable.
 */
export function drawLetterhead(
  pages: Pages,
  shop: Letterhead,
  logo: Buffer | undefined,
  { title, facts }: { title: string; facts: readonly string[] },
): void {
  const { paper, left, width } = pages;
  const top = pages.take(HEIGHT + 5 * MM);
  const shown = logo !== undefined && drawLogo(paper, logo, { x: left, y: top, ...LOGO });
  const from = left + (shown ? LOGO.width + 4 * MM : 0);
  const right = width * 0.34;
  const room = width - (from - left) - right - 4 * MM;
  const name_height = 12 * MM;
  const used = writeText(paper, shop.name, {
    x: from,
    y: top,
    width: room,
    height: name_height,
    font: 'Helvetica-Bold',
    largest: 15,
    smallest: 8,
  });
  writeText(paper, shop.contact, {
    x: from,
    y: top + used + 1 * MM,
    width: room,
    height: HEIGHT - used - 3 * MM,
    largest: 9,
    smallest: 6,
  });
  let y = top;
  const aside = { x: left + width - right, width: right, align: 'right', smallest: 7 } as const;
  y += writeText(paper, title.toUpperCase(), {
    ...aside,
    y,
    height: heightOf(1, 17),
    font: 'Helvetica-Bold',
    largest: 17,
  });
  for (const [index, fact] of facts.entries())
    y += writeText(paper, fact, {
      ...aside,
      y: y + 0.5 * MM,
      height: heightOf(1, 9.5),
      font: index === 0 || index === facts.length - 1 ? 'Helvetica-Bold' : 'Helvetica',
      largest: 9.5,
    });
  drawRule(pages, top + HEIGHT);
}

/** Fits a logo into a box, at its left upper corner. @returns false where it is no picture that can be drawn */
export function drawLogo(
  paper: Paper,
  logo: Buffer,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  align: 'left' | 'center' = 'left',
): boolean {
  try {
    paper.image(logo, x, y, { fit: [width, height], ...(align === 'center' && { align }) });
    return true;
  } catch {
    return false;
  }
}
