import type {
  Charge,
  ChargeReference,
  ChargeRequest,
  FoundCharge,
  GatewayAccount,
  GatewayNews,
  Payout,
  PayoutRequest,
} from '../../src/integrations/gateway/port.ts';

/** Money that a vendor took, under the key of a charge. */
export interface VendorPayment {
  payment_id: string;
  key: string;
  amount_idr: number;
  paid_at: Date;
}

/** A gateway whose book is in memory: for thousands of payments, where the network between is not what is tested. */
export class MemoryGateway implements GatewayAccount {
  readonly name = 'sandbox' as const;
  readonly charges = new Map<string, { request: ChargeRequest; is_ended: boolean }>();
  readonly payouts = new Map<string, Payout & { amount_idr: number }>();
  readonly payments: VendorPayment[] = [];

  testKey = () => Promise.resolve();
  channels = () => Promise.resolve(['VA_BNI' as const]);
  balance = () => Promise.resolve(0);
  verifies = () => true;

  createCharge(request: ChargeRequest): Promise<Charge> {
    const { key, expires_at } = request;
    if (!this.charges.has(key)) this.charges.set(key, { request, is_ended: false });
    return Promise.resolve({
      key,
      vendor_charge_id: `v-${key}`,
      va_number: '8808123456',
      invoice_url: null,
      expires_at,
    });
  }

  /** What is read does not say the names of payments; callbacks do. */
  findCharge({ key }: ChargeReference): Promise<FoundCharge | undefined> {
    const charge = this.charges.get(key);
    const payments = this.payments
      .filter((one) => one.key === key)
      .map(({ amount_idr, paid_at }) => ({ payment_id: null, amount_idr, paid_at }));
    const state = payments.length > 0 ? 'PAID' : charge?.is_ended === true ? 'ENDED' : 'OPEN';
    return Promise.resolve(charge && { state, payments });
  }

  endCharge(reference: ChargeReference): Promise<FoundCharge | undefined> {
    const charge = this.charges.get(reference.key);
    if (charge !== undefined) charge.is_ended = true;
    return this.findCharge(reference);
  }

  createPayout({ key, amount_idr }: PayoutRequest): Promise<Payout> {
    const payout = this.payouts.get(key) ?? {
      key,
      amount_idr,
      vendor_payout_id: `p-${key}`,
      state: 'PENDING',
      failure: null,
    };
    this.payouts.set(key, payout);
    return Promise.resolve({ ...payout });
  }

  findPayout(key: string): Promise<Payout | undefined> {
    const payout = this.payouts.get(key);
    return Promise.resolve(payout && { ...payout });
  }

  readCallback(body: Buffer): GatewayNews {
    const { happened_at, ...news } = JSON.parse(body.toString());
    return { ...news, happened_at: new Date(happened_at) } as GatewayNews;
  }

  /** A buyer pays, whether or not the charge is open: banks are slow, and do as they like. @returns the callback */
  pay(key: string, amount_idr: number): VendorPayment {
    const payment_id = `m-${this.payments.length + 1}`;
    const payment = { payment_id, key, amount_idr, paid_at: new Date() };
    this.payments.push(payment);
    return payment;
  }
}

export const paidNews = ({ payment_id, key, amount_idr, paid_at }: VendorPayment) => ({
  kind: 'charge_paid',
  event_id: payment_id,
  key,
  payment_id,
  amount_idr,
  happened_at: paid_at.toISOString(),
});
