/** SQL: the parcel has not left. */
export const IS_AT_SHOP = `coalesce(orders.shipping_status, 'READY_TO_SHIP') in ('READY_TO_SHIP', 'PICKUP_REQUEST', 'UNPICK', 'INVALID')`;

/**
 * What is to be done with the parcel of an order ON PROCESS: the label is to be printed, the courier is to take it, it is with
 * the courier (or lost there), it came back.
 */
export const SHIPPING_STAGES = ['TO_PRINT', 'TO_HAND_OVER', 'SHIPPED', 'RETURNED'] as const;

export type ShippingStage = (typeof SHIPPING_STAGES)[number];

/** SQL of it, of an order ON PROCESS, written as its index has it. */
export const SHIPPING_STAGE = `case
    when ${IS_AT_SHOP} then case when orders.is_printed then 'TO_HAND_OVER' else 'TO_PRINT' end
    when orders.shipping_status = 'RETURNED' then 'RETURNED' else 'SHIPPED' end`;
