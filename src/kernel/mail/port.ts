export interface OutgoingMail {
  /** Stays the same when a mail is passed to the server again, so that mail clients show it once. */
  message_id: string;
  recipient: string;
  subject: string;
  body: string;
}

/** Passes mail to a mail server. */
export interface Mailer {
  /**
   * @throws MailRefused if the server will never accept this mail; after any other error, which may be temporary, it
   *   can be passed again
   */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

/** The final answer of the mail server, in its words. */
export class MailRefused extends Error {}
