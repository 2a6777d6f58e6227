/**
 * The number on an order's invoice: its date and PO number, as INV.2021.01.18.505.
 * @param order_date yyyy-mm-dd
 */
export function invoiceNumber(order_date: string, po_number: number): string {
  return `INV.${order_date.replaceAll('-', '.')}.${po_number}`;
}
