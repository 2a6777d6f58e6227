import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/**
 * The one logger: JSON lines. Requests are logged by method, route and status, never by header or body,
 * so that no key, token, password or customer's data reaches the log.
 * @param destination standard output unless given
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: {
      // An error of the driver has the row in `detail`; only what says where it failed is logged.
      err: (error: Error & { code?: string; constraint?: string }) => ({
        type: error.name,
        message: error.message,
        code: error.code,
        constraint: error.constraint,
        stack: error.stack,
      }),
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
