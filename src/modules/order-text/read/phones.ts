import { normalisePhone } from '../../../kernel/phone.ts';

/** Digits as people group them: blanks, dots, dashes and brackets between, a plus or a zero before. */
const WRITTEN =
  /(?<![\p{L}\d.,/-])\(?(?:\+\s?\(?62\)?|\(?62\)?|0|8(?=\d))[\d\s()._-]{6,20}\d(?!\d|[.,]\d{3}|\s?(?:rb|ribu|k|jt|gr|ml)\b)/giu;

/** Mobile numbers of Indonesia, and those of a fixed line with its area code. */
const INDONESIAN = /^62(?:8\d{8,11}|[2-7]\d{7,10})$/;

/** Account numbers stand behind such words. */
const ACCOUNT =
  /(?<!\p{L})(?:rek(?:ening)?|norek|bca|bri|bni|bsi|mandiri|va|a\/c|dana|ovo|gopay|shopeepay|linkaja|seabank|jago)(?:\s(?:a\s?[./]\s?n|an|atas nama)\b\.?(?:\s\p{L}[\p{L}.']*){1,4})?\s*[:.]?\s*$/iu;

export interface WrittenPhone {
  /** As it is stored, `62812…`. */
  phone: string;
  at: number;
  end: number;
}

/** The phone numbers in a text; a number without zero or country code must be a mobile number. */
export function phonesIn(text: string): WrittenPhone[] {
  return [...text.matchAll(WRITTEN)].flatMap((match) => {
    const written = match[0].trim().replaceAll('_', ' ');
    const phone = normalisePhone(written.replace(/^\+\s?\(?62\)?/, '+62'));
    if (phone === undefined || !INDONESIAN.test(phone)) return [];
    if (written.startsWith('8') && !/^8\d{2}/.test(written)) return [];
    if (ACCOUNT.test(text.slice(Math.max(0, match.index - 60), match.index))) return [];
    const end = match.index + match[0].length;
    const is_in_brackets = written.startsWith('(') && !written.includes(')') && text[end] === ')';
    return [{ phone, at: match.index, end: is_in_brackets ? end + 1 : end }];
  });
}

/** A text without the phone numbers and the brackets, signs and words that belonged to them. */
export function withoutPhones(text: string): string {
  let rest = text;
  for (const { at, end } of phonesIn(text).reverse()) rest = `${rest.slice(0, at)} ${rest.slice(end)}`;
  return rest
    .replaceAll(/\(\s*\)|\[\s*\]/g, ' ')
    .replaceAll(
      /(?<![\p{L}\d])(?:no\.?\s*)?(?:hp|wa|telp|tlp|telpon|whatsapp)\.?\s*[:/]*\s*(?=$|[,;|/()-]|\s\s)/giu,
      ' ',
    )
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s+,/g, ',')
    .replaceAll(/,{2,}/g, ',')
    .replaceAll(/(?:^[\s,;:/|#()-]+)|(?:[\s,;:/|#(-]+$)/gu, '')
    .trim();
}
