export { recordLabelPrints } from './label-prints.ts';
export { orderLimits } from './limits.ts';
export { lockOrderFor, type LockedOrder } from './lock-order.ts';
export { chooseReading } from './read/search/choose-reading.ts';
export { orderKeywordCondition } from './read/search/order-keyword.ts';
export { orderIdsHolding, textOfOrder, textReadings, type Days } from './read/search/text-readings.ts';
export { changeShipments, loadShipments, type Shipment } from './shipments.ts';
export { visibleOrders, visibleOrdersSql } from './visible-orders.ts';
