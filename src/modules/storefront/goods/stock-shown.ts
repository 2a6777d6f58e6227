/**
 * The stock of a variation as the shop shows it: whether there is any, and how much where the product shows its stock.
 * Types R and PO are not counted.
 */
export function stockOf(
  { product_type, shows_stock }: { product_type: 'S' | 'R' | 'PO'; shows_stock: boolean },
  { is_in_stock, quantity }: { is_in_stock: boolean; quantity: number },
): { stock: 'Y' | 'N'; stock_quantity: number | null } {
  const is_counted = product_type === 'S';
  const is_there = is_counted ? quantity > 0 : is_in_stock;
  return { stock: is_there ? 'Y' : 'N', stock_quantity: is_counted && shows_stock ? quantity : null };
}
