import type { RouteIds } from './world.ts';

const template = 'Halo {%buyer%}';

/** Operations of messages that take ids. */
export const MESSAGE_IDS: Record<string, RouteIds> = {
  sendToCustomers: {
    names: { 'customers.0': 'customer' },
    input: ({ ids }) => ({ customers: [ids.customer], template }),
  },
  sendMessagesToCustomers: {
    names: { 'customers.0': 'customer' },
    input: ({ ids }) => ({ customers: [ids.customer], template }),
  },
  sendOrderMessage: { names: { id: 'order' }, input: () => ({ message: template }) },
  getOrderMessage: { names: { id: 'order' } },
  getOrderMessages: { names: { order_id: 'order' } },
  updateMessageTemplate: { names: { id: 'message_template' }, input: () => ({ title: 'Dicuri' }) },
  deleteMessageTemplate: { names: { id: 'message_template' } },
  previewMessageTemplate: { names: { order_id: 'order' } },
  previewBroadcast: {
    names: { 'customers.0': 'customer' },
    input: ({ ids }) => ({ customers: [ids.customer], template }),
  },
  startBroadcast: {
    names: { 'customers.0': 'customer' },
    input: ({ ids }) => ({ customers: [ids.customer], template }),
  },
  getBroadcast: { names: { id: 'broadcast' } },
  pauseBroadcast: { names: { id: 'broadcast' } },
  resumeBroadcast: { names: { id: 'broadcast' } },
  stopBroadcast: { names: { id: 'broadcast' } },
  listMessages: { names: { order_id: 'order', customer_id: 'customer', broadcast_id: 'broadcast' } },
  decideMessages: {
    names: { 'ids.0': 'message' },
    input: ({ ids }) => ({ ids: [ids.message], decision: 'DROP' }),
  },
  setOptOut: { names: { customer_id: 'customer' }, input: () => ({ opted_out: true }) },
};
