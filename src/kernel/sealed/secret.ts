import { inspect } from 'node:util';

const MASK = '[sealed]';

/** A value that must not leak: in JSON, logs, texts and the console it is `[sealed]`. Call `reveal` to use it. */
export class Secret {
  // Not a field that spreading, cloning or walking through objects finds.
  readonly #bytes: Buffer;
  constructor(value: Buffer | string) {
    this.#bytes = Buffer.from(value);
  }

  /** The value itself: only to use it, as for a signature or in a request to its vendor. */
  reveal(): Buffer {
    return Buffer.from(this.#bytes);
  }

  /** The value itself, of one that was a text. */
  revealText(): string {
    return this.#bytes.toString('utf8');
  }

  toJSON(): string {
    return MASK;
  }

  toString(): string {
    return MASK;
  }

  [Symbol.toPrimitive](): string {
    return MASK;
  }

  [inspect.custom](): string {
    return MASK;
  }
}
