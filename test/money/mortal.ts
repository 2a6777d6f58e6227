/** What a process that is dead has for an answer. */
export class Dead extends Error {}

/**
 * Lets the work of a process end at any of its statements, also at a commit: from then on nothing reaches the database,
 * which rolls back what was open, as after `kill -9`.
 */
export class Mortal {
  #left = Infinity;

  /** For the connection: hears each statement before it is sent. */
  readonly hear = (text: string): void => {
    if (text === 'rollback') return;
    if (this.#left <= 0) throw new Dead('the process is dead');
    this.#left -= 1;
  };

  /** @returns whether it died at the work */
  async dieAfter(statements: number, work: () => Promise<unknown>): Promise<boolean> {
    this.#left = statements;
    try {
      await work();
    } catch {
      // Whoever asked finds out that nobody answers.
    }
    const died = this.#left <= 0;
    this.#left = Infinity;
    return died;
  }
}
