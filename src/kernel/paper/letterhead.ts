import { localPhone } from '../phone.ts';
import type { Letterhead } from './draw-letterhead.ts';
import { printable } from './printable-text.ts';

/** @param of with the phone number as it is stored */
export function letterheadOf({
  name,
  address,
  phone,
}: {
  name: string;
  address: string;
  phone: string;
}): Letterhead {
  return {
    name: printable(name),
    contact: printable([address, phoneText(phone)].filter(Boolean).join('  |  ')),
  };
}

/** A stored phone number as papers have it; empty where there is none. */
export function phoneText(phone: string): string {
  return phone === '' ? '' : localPhone(phone);
}
