import { APP_SECRET, SENDER, whatsappCall } from '../integrations/message-vendors.ts';
import { scene, type ContractScene } from './stage.ts';

const TEMPLATE = 'Maaf toko {%shopname%} libur,\nuntuk semua chat akan dibalas saat toko kembali aktif. ';
const CONNECTION = { vendor: 'whatsapp', api_key: 'kunci-contoh', sender: SENDER, app_secret: APP_SECRET };

/** What customers are told, and how. */
export const messageScenes: ContractScene[] = [
  scene('updateMessageSettings', async (stage) => {
    // Nothing leaves by itself, so that what follows finds it waiting.
    await stage.call('updateMessageSettings', {
      vendor: 'outbox',
      quiet_from: '00:01',
      quiet_until: '00:00',
      per_minute: 30,
      cost: 150,
    });
  }),
  scene('getMessageSettings', async (stage) => {
    await stage.call('getMessageSettings');
  }),
  scene('getCustomerTemplates', async (stage) => {
    await stage.call('getCustomerTemplates');
  }),
  scene('listMessagePlaceholders', async (stage) => {
    await stage.call('listMessagePlaceholders');
  }),
  scene('createMessageTemplate', async (stage) => {
    const { data } = await stage.call('createMessageTemplate', {
      type: 'PROMO',
      title: 'Lebaran',
      template: TEMPLATE,
    });
    stage.keep('message template', data.id);
  }),
  scene('updateMessageTemplate', async (stage) => {
    await stage.call('updateMessageTemplate', {
      id: stage.id('message template'),
      template: 'Halo kak {%buyer%}',
      approved_name: 'lebaran',
      approved_language: 'id',
      approved_placeholders: ['buyer'],
    });
  }),
  scene('listMessageTemplates', async (stage) => {
    await stage.call('listMessageTemplates', { language: 'id' });
  }),
  scene('previewMessageTemplate', async (stage) => {
    await stage.call('previewMessageTemplate', { type: 'REMINDER', order_id: stage.id('order.invoiced') });
  }),
  scene('deleteMessageTemplate', async (stage) => {
    await stage.call('deleteMessageTemplate', { id: stage.id('message template') });
  }),
  scene('switchMessageFollowup', async (stage) => {
    await stage.call('switchMessageFollowup', { kind: 'REMINDER', is_on: true, after_hours: 24 });
  }),
  scene('listMessageFollowups', async (stage) => {
    await stage.call('listMessageFollowups');
  }),
  scene('setOptOut', async (stage) => {
    const { data } = await stage.call('listCustomers', { per_page: 10, pagination_offset: 1 });
    const [first, second] = data.map(({ id }: { id: number }) => id);
    stage.keep('customer.told', first);
    stage.keep('customer.second', second);
    await stage.call('setOptOut', { customer_id: second, opted_out: 'Y' });
  }),
  scene('listOptOuts', async (stage) => {
    await stage.call('listOptOuts');
    await stage.call('setOptOut', { customer_id: stage.id('customer.second'), opted_out: 'N' });
  }),
  scene('sendToCustomers', async (stage) => {
    const customers = [String(stage.id('customer.told'))];
    await stage.call('sendToCustomers', { customers, template: TEMPLATE });
  }),
  scene('sendMessagesToCustomers', async (stage) => {
    const customers = [stage.id('customer.told'), stage.id('customer.second')];
    await stage.call('sendMessagesToCustomers', { customers, template: TEMPLATE });
  }),
  scene('previewBroadcast', async (stage) => {
    await stage.call('previewBroadcast', { source: 'ASLEEP', days: 0, template: 'Halo kak {%buyer%}' });
  }),
  scene('startBroadcast', async (stage) => {
    const customers = [stage.id('customer.told')];
    const { data } = await stage.call('startBroadcast', { customers, template: 'Halo kak {%buyer%}' });
    stage.keep('broadcast', data.id);
  }),
  ...(['pauseBroadcast', 'resumeBroadcast', 'getBroadcast', 'stopBroadcast'] as const).map((operation) =>
    scene(operation, async (stage) => {
      await stage.call(operation, { id: stage.id('broadcast') });
    }),
  ),
  scene('listBroadcasts', async (stage) => {
    await stage.call('listBroadcasts');
  }),
  scene('getOrderMessage', async (stage) => {
    await stage.call('getOrderMessage', { id: stage.id('order.invoiced'), type: 'PROMO' });
    await stage.call('getOrderMessage', { id: stage.id('order.invoiced') });
  }),
  scene('getOrderMessages', async (stage) => {
    await stage.call('getOrderMessages', { order_id: stage.id('order.invoiced') });
  }),
  scene('sendOrderMessage', async (stage) => {
    await stage.call('updateMessageSettings', { vendor: 'link' });
    const message = 'Halo kak {%buyer%}, sedang ada promo 35% untuk semua produk dan varian';
    const { data } = await stage.call('sendOrderMessage', { id: stage.id('order.invoiced'), message });
    stage.keep('message', data.message_id);
  }),
  scene('listMessages', async (stage) => {
    await stage.call('listMessages', { state: 'LINK' });
    await stage.call('listMessages', { order_id: stage.id('order.invoiced') });
  }),
  scene('decideMessages', async (stage) => {
    await stage.call('decideMessages', { ids: [stage.id('message')], decision: 'SENT' });
  }),
  scene('listSleepingCustomers', async (stage) => {
    await stage.call('listSleepingCustomers', { days: 1 });
  }),
  scene('listOrdersToRemind', async (stage) => {
    await stage.call('listOrdersToRemind', { days: 0 });
  }),
  scene('listRunningOut', async (stage) => {
    await stage.call('listRunningOut', { days: 365 });
  }),
  scene('saveMessageConnection', async (stage) => {
    await stage.call('saveMessageConnection', CONNECTION);
  }),
  scene('confirmMessageWebhook', async (stage) => {
    const { data } = await stage.call('saveMessageConnection', CONNECTION);
    await stage.call('confirmMessageWebhook', {
      connection: data.callback_url.split('/').at(-1),
      'hub.mode': 'subscribe',
      'hub.verify_token': data.verify_token,
      'hub.challenge': '1158201444',
    });
  }),
  scene('receiveMessageCallback', async (stage) => {
    const { data } = await stage.call('saveMessageConnection', CONNECTION);
    const connection = data.callback_url.split('/').at(-1);
    const { body, headers } = whatsappCall({
      messages: [
        {
          from: '6281111111111',
          id: 'wamid.x',
          timestamp: '1770000000',
          type: 'text',
          text: { body: 'STOP' },
        },
      ],
    });
    await stage.call('receiveMessageCallback', { connection, ...body }, headers);
  }),
  scene('removeMessageConnection', async (stage) => {
    await stage.call('removeMessageConnection', { vendor: 'whatsapp' });
  }),
];
