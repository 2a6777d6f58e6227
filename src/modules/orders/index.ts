export { confirmLockedOrder, endLockedOrder, reviveLockedOrder } from './buyer/decide-order.ts';
export {
  parcelOf,
  planBuyerOrder,
  type BuyerOrder,
  type BuyerParcel,
  type BuyerShipping,
} from './buyer/plan-buyer-order.ts';
export {
  loadBuyerFacts,
  shortageOf,
  storeBuyerOrder,
  type BuyerCategory,
} from './buyer/store-buyer-order.ts';
export type { CustomerFacts } from './place/load-order-facts.ts';
export type { PlannedOrder } from './place/plan-order.ts';
export { isToldBeforeLeaving, refuseBooked } from './booked-shipments.ts';
export { amountToCollectSql } from './cod-amount.ts';
export { cancelLockedOrder, cancelOrder } from './cancel/cancel-order.ts';
export { reactivateOrder } from './cancel/reactivate-order.ts';
export { payByMutation, takeBackMutationPart } from './fulfil/pay-by-mutation.ts';
export { setShippingStatus } from './fulfil/set-shipping-status.ts';
export { settleCod, unsettleCod } from './fulfil/settle-cod.ts';
export { updatePayment } from './fulfil/update-payment.ts';
export { splitShipments, uniteShipments } from './divide-shipments.ts';
export { handledShipment } from './handled-shipments.ts';
export { recordLabelPrints } from './label-prints.ts';
export { orderLimits } from './limits.ts';
export { lockOrderFor, type LockedOrder } from './lock-order.ts';
export { actionFault, hasEnded, hasLeft, isCollected } from './order-states.ts';
export { paymentDateFaults } from './order-days.ts';
export { countTabs } from './read/count-by-work.ts';
export { hasOrders } from './read/has-orders.ts';
export { invoiceNumber } from './read/present-order.ts';
export { chosenOrderIds } from './read/search/chosen-order-ids.ts';
export type { OrderTab } from './read/work-tabs.ts';
export { orderKeywordCondition, type TextCondition } from './read/search/order-keyword.ts';
export { orderIdsHolding, textOfOrder, type Days } from './read/search/text-readings.ts';
export { ChosenOrders } from './read/search/schemas.ts';
export { sampleTexts, textsInOrder, type ListByTexts } from './read/search/texts-in-order.ts';
export { addReturnCost, linesOfShipment, receiveGoods, type ParcelLine } from './return-goods.ts';
export { setAwbNumbers, type AwbOutcome } from './set-awb-numbers.ts';
export { changeShipments, findShipment, loadShipments, type Shipment } from './shipments.ts';
export { canStep, type ShippingStatus } from './shipping-states.ts';
export { visibleOrders, visibleOrdersSql } from './visible-orders.ts';
export { netSalesSql } from './sales.ts';
export { salesByDay, salesOfPeriod } from './sales-of-period.ts';
export { LISTED_CATEGORY } from './tally.ts';
export { talliedSums, type TalliedBy } from './tallied-sums.ts';
