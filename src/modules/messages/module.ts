import type { Module } from '../../kernel/module.ts';
import { broadcastRoutes } from './broadcasts/routes.ts';
import { prepareBroadcastJob } from './broadcasts/prepare-broadcast.ts';
import { messageNewsJob } from './callbacks/receive-callback.ts';
import { messageCallbackRoutes } from './callbacks/routes.ts';
import { careRoutes } from './care/routes.ts';
import './errors.ts';
import { messageEvents } from './events.ts';
import { orderFollowups } from './followups/read-order-events.ts';
import { followupRoutes } from './followups/routes.ts';
import { messageLimits } from './limits.ts';
import { messageLogRoutes } from './log/routes.ts';
import { MESSAGE_APP_SECRETS, MESSAGE_KEYS } from './message-account.ts';
import { optOutRoutes } from './opt-outs/routes.ts';
import { messagePermissions } from './permissions.ts';
import { runMessages } from './send/run-messages.ts';
import { messageJob } from './send/work-messages.ts';
import { messageSettingRoutes } from './settings/routes.ts';
import { openTemplates } from './templates-of-shop.ts';
import { templateRoutes } from './templates/routes.ts';
import { woowaRoutes } from './woowa/routes.ts';

export const messagesModule: Module = {
  name: 'messages',
  tables: [
    'messages',
    'message_broadcasts',
    'message_connections',
    'message_followups',
    'message_opt_outs',
    'message_phones',
    'message_settings',
    'message_templates',
  ],
  sealed: [MESSAGE_KEYS, MESSAGE_APP_SECRETS],
  events: messageEvents,
  readers: [orderFollowups],
  permissions: messagePermissions,
  limits: messageLimits,
  routes: [
    ...woowaRoutes,
    ...messageSettingRoutes,
    ...templateRoutes,
    ...followupRoutes,
    ...broadcastRoutes,
    ...messageLogRoutes,
    ...optOutRoutes,
    ...careRoutes,
    ...messageCallbackRoutes,
  ],
  jobs: [messageJob, prepareBroadcastJob, messageNewsJob],
  listen: (services) => runMessages(services),
  retention: [{ table: 'messages', column: 'created_at', days: messageLimits.message_days }],
  openShop: (context, shop_id) => openTemplates(context, shop_id),
};
