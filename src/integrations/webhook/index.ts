import type { Config } from '../../kernel/config.ts';
import { httpWebhooks } from './http.ts';
import type { Webhooks } from './port.ts';

/** How webhooks leave: by HTTP, to where the operator lets them go. */
export function openWebhooks({ WEBHOOK_NETWORKS }: Pick<Config, 'WEBHOOK_NETWORKS'>): Webhooks {
  return httpWebhooks({ networks: WEBHOOK_NETWORKS });
}
