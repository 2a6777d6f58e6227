import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { StreamAnswer } from '../../../kernel/http/answer.ts';
import { userRole } from '../../../kernel/permissions.ts';
import type { StreamNotificationsInput } from '../schemas.ts';
import { currentPosition } from './find-news.ts';
import { hubOf } from './stream-hub.ts';
import { sendActivity, sendNews } from './send-notifications.ts';
import {
  positionOfId,
  retryAfterMs,
  StreamClient,
  type StreamFacts,
  type StreamPosition,
} from './stream-client.ts';

/**
 * Opens a stream of what is new, from the last event on that the client had; without one, or with one that was never sent,
 * from now on. A client that does not say that it goes on reading is sent what there is, and no more.
 * @throws Refusal 429 where the user, the shop or the server has too many streams open
 */
export async function streamNotifications(
  context: Context,
  { after }: z.output<typeof StreamNotificationsInput>,
): Promise<StreamAnswer> {
  const { shop, actor, language, base_url } = context;
  const hub = hubOf(context);
  const place = hub.admit({ shop_id: shop.id, user_id: actor.user_id });
  if (context.listens !== true) hub.leave(place);
  const now = await currentPosition(context, shop.id).catch((error: unknown) => {
    hub.leave(place);
    throw error;
  });
  const had = positionOfId(context.last_event_id ?? after);
  const facts: StreamFacts = {
    shop_id: shop.id,
    user_id: actor.user_id,
    role: userRole(actor),
    credential: {
      kind: actor.kind === 'api_key' ? 'api_key' : 'session',
      credential_id: actor.credential_id,
    },
    language,
    base_url,
    retry_ms: retryAfterMs(context.random),
    position: { activity: known(had?.activity, now.activity), news: known(had?.news, now.news) },
  };
  const type = 'text/event-stream; charset=utf-8';
  if (context.listens === true)
    return new StreamAnswer(type, (response) => hub.open(place, shop, facts, response));
  const text = await whatThereIs(context, facts, now);
  return new StreamAnswer(type, (response) => void response.end(text));
}

/** What the client had, unless that was never sent. */
function known(had: number | undefined, now: number): number {
  return had !== undefined && had <= now ? had : now;
}

/** The same as a stream begins with, in one piece. */
async function whatThereIs(context: Context, facts: StreamFacts, now: StreamPosition): Promise<string> {
  let text = '';
  const client = new StreamClient(facts, {
    writableLength: 0,
    writableEnded: false,
    destroyed: false,
    write: (part) => (text += part),
    end: () => undefined,
    destroy: () => undefined,
  });
  client.greet();
  await sendActivity(context, context.shop, new Set([client]), now.activity);
  await sendNews(context, context.shop, new Set([client]), now.news);
  return text;
}
