export interface OutgoingMail {
  /** Stays the same when a mail is given to the server again, so that readers show it once. */
  message_id: string;
  recipient: string;
  subject: string;
  body: string;
}

/** Gives mail to a mail server. */
export interface Mailer {
  /**
   * @throws MailRefused when the server will never take this mail; any other error may pass, and the mail be
   * given again
   */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

/** The mail server's last word on a mail, in its own words. */
export class MailRefused extends Error {}
