import { sql } from 'kysely';
import { PushDelayed, type PushAddress, type PushMessage } from '../../../integrations/push/port.ts';
import type { Context, Services } from '../../../kernel/context.ts';
import { contextInNameOf } from '../../../kernel/jobs/in-name-of.ts';
import type { Reference, Worker } from '../../../kernel/jobs/queue.ts';
import { SealBroken } from '../../../kernel/sealed/index.ts';
import { liveCredentials } from '../../accounts/index.ts';
import { notificationLimits } from '../limits.ts';
import {
  presentNews,
  presentNotification,
  type NewsRow,
  type NotificationRow,
  type Presented,
} from '../present-notification.ts';
import { shortened } from '../sentence.ts';
import { visibleTo } from '../visible-notifications.ts';
import { DEVICE_ADDRESSES } from './push-secrets.ts';
import { serverIdentity } from './server-identity.ts';

/** A message is 4 kB at most, encrypted. */
const BODY_CHARACTERS = 300;
/** A run is given up after some hours: so old is what it was for, at least. */
const GIVEN_UP_MS = 3_600_000;
/** So long a device belongs to one run: longer than a push service may take. */
const CLAIM_MS = 60_000;

/**
 * Pushes what waits for one device. Whether its user is still there, may see it and is signed in on it is looked up now. A run
 * whose process died is repeated: what was sent then is sent again under its ID, and shown once.
 */
export function pushWorker(services: Services): Worker {
  return {
    async run(reference, signal) {
      const device = await claim(services, reference);
      if (device === undefined) return;
      let until: Date | undefined;
      try {
        if (await isSignedOut(services, device)) await removeDevice(services, reference);
        else await pushAll(services, device, signal);
      } catch (error) {
        const pause_ms = error instanceof PushDelayed ? error.retry_after_ms : 0;
        until = new Date(services.clock.now().getTime() + pause_ms);
        throw error;
      } finally {
        await release(services, reference, until);
      }
    },
    async giveUp({ shop_id, id }) {
      // What came in the meantime has runs of its own.
      const before = new Date(services.clock.now().getTime() - GIVEN_UP_MS);
      await services.db
        .deleteFrom('push_sends')
        .where('shop_id', '=', shop_id)
        .where('device_id', '=', id)
        .where('created_at', '<=', before)
        .execute();
    },
  };
}

type Device = Exclude<Awaited<ReturnType<typeof claim>>, undefined>;

/** @throws PushDelayed while another run has it, or its push service wants to be left alone */
async function claim(services: Services, { shop_id, id }: Reference) {
  const now = services.clock.now();
  const device = await services.db
    .updateTable('push_devices')
    .set({ busy_until: new Date(now.getTime() + CLAIM_MS) })
    .where('shop_id', '=', shop_id)
    .where('id', '=', id)
    .where((is) => is.or([is('busy_until', 'is', null), is('busy_until', '<=', now)]))
    .returningAll()
    .executeTakeFirst();
  if (device !== undefined) return device;
  const found = await services.db
    .selectFrom('push_devices')
    .select('id')
    .where('shop_id', '=', shop_id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (found !== undefined) throw new PushDelayed('its device is busy');
  return undefined;
}

async function release(services: Services, { shop_id, id }: Reference, until?: Date): Promise<void> {
  await services.db
    .updateTable('push_devices')
    .set({ busy_until: until ?? null })
    .where('shop_id', '=', shop_id)
    .where('id', '=', id)
    .execute();
}

async function isSignedOut(
  services: Services,
  { shop_id, actor_kind: kind, credential_id }: Device,
): Promise<boolean> {
  const live = await liveCredentials(services, shop_id, [{ kind, credential_id }]);
  return live.size === 0;
}

async function removeDevice(services: Services, { shop_id, id }: Reference): Promise<void> {
  await services.db.deleteFrom('push_devices').where('shop_id', '=', shop_id).where('id', '=', id).execute();
}

async function pushAll(services: Services, device: Device, signal: AbortSignal): Promise<void> {
  const context = await contextOf(services, device);
  const address = openAddress(services, device);
  if (context === undefined || address === undefined) {
    await removeDevice(services, device);
    return;
  }
  const identity = await serverIdentity(context);
  for (let all = await waiting(context, device); all.length > 0; all = await waiting(context, device)) {
    // Of what is not shown nothing is sent.
    await forget(
      services,
      device,
      all.filter(({ shown }) => shown === undefined),
    );
    for (const { message, sends } of messagesOf(all, context.language)) {
      if (signal.aborted) throw new PushDelayed('the run has to end');
      const outcome = await services.ports.pushes.send(address, message, identity);
      if (outcome === 'GONE') {
        await removeDevice(services, device);
        return;
      }
      if (outcome === 'REFUSED')
        services.log.warn({ shop_id: device.shop_id, kind: device.kind }, 'a push service refused a message');
      await forget(services, device, sends);
    }
  }
}

function contextOf(services: Services, device: Device): Promise<Context | undefined> {
  const facts = {
    language: device.language === 'id' ? 'id' : 'en',
    request_id: 'push',
    address: '',
    base_url: services.public_url(),
  } as const;
  return contextInNameOf(services, facts, device);
}

/** @returns undefined where it does not open any more: the device comes again */
function openAddress({ secrets }: Services, device: Device): PushAddress | undefined {
  const { shop_id, address_hash, address } = device;
  try {
    return JSON.parse(
      secrets.open(DEVICE_ADDRESSES, { shop_id, address_hash }, address).revealText(),
    ) as PushAddress;
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

interface Send {
  feed: 'ACTIVITY' | 'NEWS';
  number: number;
}

/** What waits, with how it is shown; nothing is shown of what the user may not see any more, or what is too old. */
type Waiting = Send & { shown: Presented | undefined };

async function waiting(context: Context, device: Device): Promise<Waiting[]> {
  const { db, shop, clock } = context;
  const after = new Date(clock.now().getTime() - notificationLimits.push_hours * 3_600_000);
  const { rows } = await sql<Send & { activity: NotificationRow | null; news: NewsRow | null }>`
    select p.feed, p.number,
      (select jsonb_build_object('number', n.number, 'id', n.id, 'kind', n.kind, 'details', n.details,
          'created_at', n.created_at, 'is_read', false)
        from notifications as n join users as u on u.shop_id = ${shop.id} and u.id = ${device.user_id}
        where n.shop_id = ${shop.id} and n.number = p.number and p.feed = 'ACTIVITY' and p.created_at > ${after}
          and ${visibleTo(shop.id)}) as activity,
      (select jsonb_build_object('number', n.number, 'id', n.id, 'title', n.title, 'content', n.content,
          'web_path', n.web_path, 'published_at', n.published_at, 'is_read', false)
        from news as n where n.number = p.number and p.feed = 'NEWS' and p.created_at > ${after}) as news
    from push_sends as p
    where p.shop_id = ${shop.id} and p.device_id = ${device.id}
    order by p.feed, p.number limit ${sql.lit(notificationLimits.push_waiting)}`.execute(db);
  return rows.map(({ feed, number, activity, news }) => ({
    feed,
    number,
    shown: shownOf(context, activity, news),
  }));
}

function shownOf(
  context: Context,
  activity: NotificationRow | null,
  news: NewsRow | null,
): Presented | undefined {
  if (activity !== null)
    return presentNotification({ ...activity, created_at: new Date(activity.created_at) }, context);
  if (news !== null) return presentNews({ ...news, published_at: new Date(news.published_at) }, context);
  return undefined;
}

/** One message for each, or one for all where many wait: nobody wants a hundred. */
function messagesOf(
  all: readonly Waiting[],
  language: Context['language'],
): { message: PushMessage; sends: Send[] }[] {
  const shown = all.flatMap(({ shown: one, ...send }) => (one === undefined ? [] : [{ one, send }]));
  const last = shown.at(-1);
  if (last === undefined) return [];
  if (shown.length <= notificationLimits.push_single)
    return shown.map(({ one, send }) => ({ message: messageOf(one), sends: [send] }));
  const title = language === 'id' ? `${shown.length} notifikasi baru` : `${shown.length} new notifications`;
  return [{ message: { ...messageOf(last.one), title }, sends: shown.map(({ send }) => send) }];
}

function messageOf({ id, title, body, icon, web_path, action, type }: Presented): PushMessage {
  return {
    id,
    title,
    body: shortened(body, BODY_CHARACTERS),
    icon,
    data: {
      type,
      web_path: web_path ?? '',
      ...(action && {
        action_type: action.type,
        action_data_id: String(action.data_id),
        action_api_path: action.api_path,
      }),
    },
  };
}

async function forget(services: Services, { shop_id, id }: Device, sends: readonly Send[]): Promise<void> {
  await sql`delete from push_sends as p
    using unnest(${sends.map(({ feed }) => feed)}::text[], ${sends.map(({ number }) => number)}::bigint[]) as sent (feed, number)
    where p.shop_id = ${shop_id} and p.device_id = ${id} and p.feed = sent.feed and p.number = sent.number`.execute(
    services.db,
  );
}
