import { setTimeout as sleep } from 'node:timers/promises';
import { MessageError, type MessageAccount } from '../../../integrations/message/port.ts';
import { mustBeOutside, type Context, type Services } from '../../../kernel/context.ts';
import { contextOfShop } from '../../../kernel/jobs/in-name-of.ts';
import { defineJob } from '../../../kernel/jobs/job.ts';
import { messageLimits } from '../limits.ts';
import { openMessageAccount } from '../message-account.ts';
import { MESSAGE_WORK } from '../message-work.ts';
import { claimMessage, takeBackLeft, type ClaimedMessage } from './claim-message.ts';
import { endBroadcasts } from './end-broadcasts.ts';
import { makeText } from './make-text.ts';
import {
  leaveAlone,
  noteAnswer,
  noteAsked,
  pauseVendor,
  putOff,
  storeFailed,
  storeSent,
  storeSkipped,
  storeUnknown,
} from './store-outcome.ts';

/** How long a job works the messages of a shop, which other work of the shop waits for; what is left is due still. */
const JOB_TURN_MS = 5_000;
/** A worker waits so long for the pace of the vendor, rather than leaving its place to other shops until then. */
const PATIENCE_MS = 500;
/** A vendor that is not connected, or takes no key, is looked at again then. */
const UNCONNECTED_PAUSE_MS = 900_000;

/** Sends what waits of the shop. */
export const messageJob = defineJob({
  ...MESSAGE_WORK,
  run: async (context) => ({
    messages: await workMessages(messageContext(context, context.shop), JOB_TURN_MS),
  }),
});

/** With the rights of the shop: what is sent does not depend on who had it sent. */
export function messageContext(services: Services, shop: Context['shop']): Context {
  return contextOfShop(services, 'messages', shop);
}

/**
 * Sends what may leave of a shop, for a while.
 * @param isEnding whether nothing more is to be begun
 * @returns how many were worked
 */
export async function workMessages(
  context: Context,
  turn_ms: number,
  isEnding = () => false,
): Promise<number> {
  mustBeOutside(context, 'sending messages');
  const until_ms = performance.now() + turn_ms;
  await takeBackLeft(context);
  let worked = 0;
  const work = async () => {
    while (performance.now() < until_ms && !isEnding()) {
      const claim = await claimMessage(context);
      if (claim.is === 'NOTHING') return;
      if (claim.is === 'LATER') {
        const wait_ms = claim.at.getTime() - context.clock.now().getTime();
        if (wait_ms > PATIENCE_MS || performance.now() + wait_ms > until_ms) return;
        await sleep(Math.max(wait_ms, 5));
        continue;
      }
      worked += 1;
      await workOrLog(context, claim.message, claim.settings);
    }
  };
  await Promise.all(Array.from({ length: messageLimits.messages_at_once }, work));
  await endBroadcasts(context);
  return worked;
}

type Settings = Extract<Awaited<ReturnType<typeof claimMessage>>, { is: 'MESSAGE' }>['settings'];

/** One that fails by a fault of ours keeps no other from its turn; it is worked again, or unknown, when its lease has ended. */
async function workOrLog(context: Context, message: ClaimedMessage, settings: Settings): Promise<void> {
  try {
    await work(context, message, settings);
  } catch (error) {
    context.log.error(
      { shop_id: context.shop.id, message: message.id, err: error },
      'a message was not worked',
    );
  }
}

async function work(
  context: Context,
  message: ClaimedMessage,
  { vendor, language }: Settings,
): Promise<void> {
  const now = context.clock.now();
  if (message.expires_at <= now) {
    await storeFailed(context, message, 'EXPIRED');
    return;
  }
  const made = await makeText(context, message, language);
  if (made.is === 'SKIPPED') {
    await storeSkipped(context, message, made.reason);
    return;
  }
  if (made.is === 'LATER') {
    await putOff(context, message, made.at);
    return;
  }
  const account = await openMessageAccount(context, vendor);
  if (account === undefined) {
    const at = new Date(now.getTime() + UNCONNECTED_PAUSE_MS);
    await leaveAlone(context, at);
    await putOff(context, message, at, 'UNCONNECTED');
    return;
  }
  const { outgoing, receiver, heard_at, approved } = made;
  const is_open = account.window_hours === undefined || isWithin(account.window_hours, heard_at, now);
  if (!is_open && approved === undefined) {
    await storeFailed(context, message, 'WINDOW_CLOSED');
    return;
  }
  const { text, phone } = outgoing;
  if (!(await noteAsked(context, message, { text, phone, vendor, ...receiver }))) return;
  await send(context, account, message, is_open ? outgoing : { ...outgoing, approved });
}

function isWithin(hours: number, heard_at: Date | null, now: Date): boolean {
  return heard_at !== null && now.getTime() - heard_at.getTime() < hours * 3_600_000;
}

async function send(
  context: Context,
  account: MessageAccount,
  message: ClaimedMessage,
  outgoing: Parameters<MessageAccount['send']>[0],
): Promise<void> {
  try {
    const sent = await account.send(outgoing);
    await storeSent(context, message, sent);
    await noteAnswer(context);
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
    const { vendor, problem, detail } = error;
    context.log.warn(
      { shop_id: context.shop.id, message: message.id, vendor, problem, detail },
      'a message was not sent',
    );
    await storeProblem(context, message, error);
  }
}

async function storeProblem(context: Context, message: ClaimedMessage, error: MessageError): Promise<void> {
  if (error.may_be_sent) {
    await storeUnknown(context, message);
    await pauseVendor(context, error);
    return;
  }
  if (error.is_passing) {
    const at = await pauseVendor(context, error);
    await putOff(context, message, at, error.problem.toUpperCase());
    return;
  }
  await storeFailed(context, message, error.problem.toUpperCase());
  await noteAnswer(context);
}
