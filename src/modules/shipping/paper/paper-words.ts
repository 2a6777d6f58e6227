/** As 1,25 kg. */
export function kilograms(weight_grams: number): string {
  return `${String(weight_grams / 1000).replace('.', ',')} kg`;
}

export function orderText({ po_number }: { po_number: number }): string {
  return `PO ${po_number}`;
}
