import type { GatewayNews } from '../../../integrations/gateway/port.ts';
import type { Context, PublicContext } from '../../../kernel/context.ts';
import type { GatewayOwner } from './open-gateway.ts';

/** News of one thing that was asked of a gateway, without its key. */
export type NewsOfKey = Pick<GatewayNews, 'kind' | 'amount_idr' | 'happened_at'> & {
  /** Of a payment that came in; null for other news. */
  payment_id: string | null;
};

/** Whoever asks something of a gateway under keys of its own, and is told news of it. */
export interface GatewayNewsReader {
  /** In stored jobs. */
  name: string;
  /**
   * @param owner whose account at the gateway tells it: of another account's it knows nothing
   * @returns the ID of what has this key; undefined where nothing of these has it
   */
  find(
    context: Pick<PublicContext, 'db'>,
    news: { shop_id: number; key: string; kind: GatewayNews['kind']; owner: GatewayOwner },
  ): Promise<number | undefined>;
  /** In a job, outside of transactions. Run again, it finds it done. */
  read(context: Context, id: number, news: NewsOfKey): Promise<void>;
}
