/** As couriers read them: 0812…, not 62812…. */
export function phoneText(phone: string): string {
  return phone.startsWith('62') ? `0${phone.slice(2)}` : phone;
}

/** As 1,25 kg. */
export function kilograms(weight_grams: number): string {
  return `${String(weight_grams / 1000).replace('.', ',')} kg`;
}

export function orderText({ po_number }: { po_number: number }): string {
  return `PO ${po_number}`;
}
