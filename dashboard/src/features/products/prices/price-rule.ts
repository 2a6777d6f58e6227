import { useQuery } from '@tanstack/react-query';
import type { Input } from 'ngorder-sdk';
import { useStrings } from '../../../ui/language.ts';
import { api } from '../../session/api.ts';
import { useMay } from '../../session/session.ts';
import { strings } from '../strings.ts';

type PreviewInput = Input<'previewPrices'>;
export type PriceField = PreviewInput['field'];

/** A rule as it is chosen: what is typed is text. */
export interface ChosenRule {
  field: PriceField;
  change: 'RAISE' | 'LOWER' | 'SET';
  amount: string;
  unit: 'RUPIAH' | 'PERCENT';
  /** Of which price it is reckoned; null: of itself. */
  base: PriceField | null;
  round_to: string;
  rounding: 'NEAREST' | 'UP' | 'DOWN';
}

export const FIRST_RULE: ChosenRule = {
  field: 'price',
  change: 'RAISE',
  amount: '',
  unit: 'PERCENT',
  base: null,
  round_to: '1',
  rounding: 'NEAREST',
};

export const ROUNDED_TO = ['1', '50', '100', '500', '1000', '5000'] as const;

export const isWhole = ({ change, base, amount }: ChosenRule): boolean =>
  amount !== '' || (change === 'SET' && base !== null);

/** As the operation takes it. */
export function ruleInput({ field, change, amount, unit, base, round_to, rounding }: ChosenRule) {
  return {
    field,
    change,
    amount: Number(amount === '' ? 0 : amount),
    unit: change === 'SET' ? ('RUPIAH' as const) : unit,
    ...(base !== null && { base }),
    round_to: Number(round_to),
    rounding,
  };
}

/** The prices that the shop has, as it calls them. */
export function usePriceChoices(): { value: PriceField; label: string }[] {
  const t = useStrings(strings);
  const may = useMay();
  const { data } = useQuery({
    queryKey: ['customers', 'categories'],
    queryFn: async ({ signal }) => (await api.listCustomerCategories({}, { signal })).data,
    enabled: may('customers.read'),
    staleTime: 60_000,
  });
  const tiers = (['1', '2', '3'] as const).map((tier) => {
    const category = data?.find(({ code }) => code === tier);
    const label = category === undefined ? t.price_tier(Number(tier)) : t.price_of(category.category_name);
    return { value: `price${tier}` as const, label };
  });
  return [
    { value: 'price', label: t.price },
    { value: 'price_reseller', label: t.price_reseller },
    ...tiers,
    ...(may('cost.read') ? [{ value: 'price_buy' as const, label: t.price_buy }] : []),
  ];
}
