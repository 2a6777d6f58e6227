import type { z } from 'zod';
import type { ChargeRule } from '../../couriers/index.ts';
import type { QuotedRate } from './quote-rate.ts';
import type { QuoteInput } from './schemas.ts';

/** An order that a courier is to bring. */
export interface QuotedShipping {
  courier: { name: string; shipping: { courier_id: number; service_id: number; rate_name: string } };
  charges: {
    ofService: (service: { courier_id: number; id: number }) => ChargeRule;
    cash_rounding_idr: number;
  };
  options: z.output<typeof QuoteInput>['shipping_options'];
  is_cod: boolean;
  /** What is paid before. */
  paid_idr: number;
  /** Where the shipping cost comes from. */
  rate: QuotedRate;
  shipping_idr: number;
  shipping_discount_idr: number;
  goods_idr: number;
  /** Of the order as it was sent. */
  total_idr: number;
  weight_grams: number;
  volume_cm3: number;
}
