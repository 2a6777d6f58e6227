import type { Secret } from '../../kernel/sealed/index.ts';

/** Where something is pushed to. */
export type PushAddress =
  /** A browser's subscription at its push service (RFC 8030), with the keys that messages are encrypted with (RFC 8291). */
  | { kind: 'WEB'; endpoint: string; p256dh: string; auth: string }
  /** An app, by its registration token of Firebase Cloud Messaging. */
  | { kind: 'FCM'; token: string };

export interface PushMessage {
  /** Whoever gets the same again shows it once. */
  id: string;
  title: string;
  body: string;
  icon: string;
  /** What an app or page needs to lead to it. */
  data: Readonly<Record<string, string>>;
}

/** GONE: nothing reaches this address ever again. REFUSED: this message is not taken, whatever the reason. */
export type PushOutcome = 'SENT' | 'GONE' | 'REFUSED';

/** It may work later: the service does not answer, or wants less. */
export class PushDelayed extends Error {
  readonly retry_after_ms: number;
  constructor(reason: string, retry_after_ms = 0) {
    super(`a push service was not reached: ${reason}`);
    this.retry_after_ms = retry_after_ms;
  }
}

/** By what push services know the server (RFC 8292). */
export interface ServerIdentity {
  /** Of 32 bytes: the private key on P-256. */
  key: Secret;
  /** Whom the operators of push services can write to, as `mailto:admin@example.com`. */
  contact: string;
}

/** Sends to the devices of users. */
export interface Pushes {
  /** Whether apps can be reached: the operator has an account at Firebase. */
  has_fcm: boolean;
  /** @throws PushDelayed */
  send(address: PushAddress, message: PushMessage, identity: ServerIdentity): Promise<PushOutcome>;
  /** What browsers have to know to subscribe: the public key, in base64url. */
  publicKey(identity: ServerIdentity): string;
  /** Whether a browser's address is one, and of the public internet as far as it says so itself. */
  isAddress(address: Extract<PushAddress, { kind: 'WEB' }>): boolean;
}

declare module '../../kernel/context.ts' {
  interface Ports {
    pushes: Pushes;
  }
}
