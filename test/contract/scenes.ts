import { billingScenes } from './billing-scenes.ts';
import { awbImportScenes } from './awb-import-scenes.ts';
import { bookingScenes } from './booking-scenes.ts';
import { bulkScenes } from './bulk-scenes.ts';
import { courierScenes } from './courier-scenes.ts';
import { checkoutScenes } from './checkout-scenes.ts';
import { codScenes } from './cod-scenes.ts';
import { accountOfCustomerScenes } from './customer-scenes.ts';
import { gatewayPaymentScenes, gatewayScenes } from './gateway-scenes.ts';
import { invoiceScenes } from './invoice-scenes.ts';
import { goodsScenes } from './goods-scenes.ts';
import { inventoryScenes } from './inventory-scenes.ts';
import { closingScenes, quoteScenes } from './order-scenes.ts';
import { messageScenes } from './message-scenes.ts';
import { mutationScenes } from './mutation-scenes.ts';
import { notificationScenes } from './notification-scenes.ts';
import { orderpayScenes } from './orderpay-scenes.ts';
import { paperScenes } from './paper-scenes.ts';
import { parcelScenes } from './parcel-scenes.ts';
import { promoScenes } from './promo-scenes.ts';
import { rateScenes } from './rate-scenes.ts';
import { reportScenes } from './report-scenes.ts';
import { returnScenes } from './return-scenes.ts';
import { catalogScenes, customerScenes, orderScenes } from './selling-scenes.ts';
import { accountScenes, referenceScenes, shopScenes } from './shop-scenes.ts';
import type { ContractScene } from './stage.ts';
import { storeScenes } from './store-scenes.ts';
import { viewScenes } from './view-scenes.ts';
import { webhookScenes } from './webhook-scenes.ts';
import { workScenes } from './work-scenes.ts';

/** Every operation of the API in an order in which each finds what it needs. */
export const scenes: ContractScene[] = [
  ...accountScenes,
  ...shopScenes,
  ...referenceScenes,
  ...courierScenes,
  ...rateScenes,
  ...catalogScenes,
  ...goodsScenes,
  ...inventoryScenes,
  ...customerScenes,
  ...promoScenes,
  ...accountOfCustomerScenes,
  ...gatewayScenes,
  ...quoteScenes,
  ...orderScenes,
  ...paperScenes,
  ...invoiceScenes,
  ...parcelScenes,
  ...returnScenes,
  ...bookingScenes,
  ...awbImportScenes,
  ...bulkScenes,
  ...closingScenes,
  ...codScenes,
  ...mutationScenes,
  ...messageScenes,
  ...storeScenes,
  ...checkoutScenes,
  ...orderpayScenes,
  ...billingScenes,
  ...reportScenes,
  ...gatewayPaymentScenes,
  ...notificationScenes,
  ...viewScenes,
  ...webhookScenes,
  ...workScenes,
];
