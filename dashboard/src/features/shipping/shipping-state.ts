/** Parameters of the address of the shipping desk: the step, and those of the operation listOrders by the same names. */
export const SHIPPING_STATE = [
  'step',
  'keyword',
  'start_date',
  'end_date',
  'expedition_id',
  'warehouse_id',
  'order_source_id',
] as const;

export type ShippingStateName = (typeof SHIPPING_STATE)[number];

export const STEPS = ['TO_PROCESS', 'TO_PRINT', 'TO_HAND_OVER', 'SHIPPED'] as const;
export type Step = (typeof STEPS)[number];

/** The step of an address; without one, where labels wait. */
export function stepOf(text: string | undefined): Step {
  return STEPS.find((step) => step === text) ?? 'TO_PRINT';
}
