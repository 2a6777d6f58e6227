import type { NamedGoods } from '../../catalog/index.ts';
import type { Choice } from './choose-goods.ts';

/** One line of the order, as it is written and as the shop has it. */
export interface OrderItem extends Choice {
  line: number;
  text: string;
  /** Both quantity and product come from what precedes it, so it is not certain. */
  is_same: boolean;
}

/** The one product that undecided candidates are of, with the colour or size they share: more may follow. */
export function headOf({ candidates }: Choice): NamedGoods | undefined {
  const [first] = candidates;
  if (first === undefined || candidates.some(({ product_id }) => product_id !== first.product_id))
    return undefined;
  const shared = (option: 'color' | 'size') =>
    candidates.every((item) => item[option] === first[option]) ? first[option] : '';
  return { ...first, color: shared('color'), size: shared('size') };
}
