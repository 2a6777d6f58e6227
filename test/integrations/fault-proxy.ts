import { randomBytes } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a network, or a vendor behind it, does to a conversation. */
export const FAULTS = [
  /** Answers come late, and whole. */
  'delay',
  /** The connection is torn down as soon as something is said. */
  'reset',
  /** The connection is taken, and nothing is ever said on it. */
  'half-open',
  /** The vendor says that it is out of order. */
  'error',
  /** What comes back is no answer at all. */
  'garbage',
  /** The answer comes a byte at a time. */
  'slow drip',
  /** The answer breaks off in its middle. */
  'cut off',
  /** The vendor does the work, and its answer does not come back. */
  'answer lost',
  /** All that is sent reaches the vendor twice. */
  'sent twice',
] as const;
export type Fault = (typeof FAULTS)[number];

/** What the proxy has to know of a protocol. */
export interface Protocol {
  /** How the vendor says that it is out of order. */
  error: string;
  /** Whether the vendor says the first word. */
  vendor_begins: boolean;
  /** Whether the work is asked for with these bytes, so that the answer to them is the one that counts. */
  requestsWork(sent: Buffer): boolean;
}

export const HTTP: Protocol = {
  error: 'HTTP/1.1 500 Internal Server Error\r\ncontent-length: 4\r\nconnection: close\r\n\r\nbusy',
  vendor_begins: false,
  requestsWork: () => true,
};
export const SMTP: Protocol = {
  error: '421 4.3.0 out of order\r\n',
  vendor_begins: true,
  requestsWork: (sent) => sent.toString('latin1').endsWith('\r\n.\r\n'),
};

export interface FaultProxy {
  port: number;
  /** Connections taken since the fault was set. */
  connections(): number;
  /**
   * From now on, on new connections; those that are open end.
   * @param connections how many have the fault, before all is well again
   */
  set(fault: Fault | undefined, connections?: number): void;
  close(): Promise<void>;
}

const DELAY_MS = 60;
const DRIP_EVERY_MS = 20;

/** Stands between an adapter and its vendor on this machine. */
export async function openFaultProxy(vendor_port: number, protocol: Protocol): Promise<FaultProxy> {
  let fault: Fault | undefined;
  let faulty_connections = 0;
  let connections = 0;
  const open = new Set<Socket>();
  const watch = (socket: Socket): Socket => {
    open.add(socket);
    // Torn down on purpose: whoever speaks into it finds out.
    return socket.on('error', () => undefined).on('close', () => open.delete(socket));
  };
  const server = createServer((client) => {
    connections += 1;
    const now = connections <= faulty_connections ? fault : undefined;
    const toVendor = () => watch(connect(vendor_port, '127.0.0.1'));
    relay(watch(client), toVendor, now, protocol);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    set(next, most = Infinity) {
      fault = next;
      faulty_connections = most;
      connections = 0;
      for (const socket of open) socket.destroy();
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function relay(client: Socket, toVendor: () => Socket, fault: Fault | undefined, protocol: Protocol): void {
  const unspoken = UNSPOKEN[fault as keyof typeof UNSPOKEN];
  if (unspoken !== undefined) {
    const speak = () => unspoken(client, protocol);
    if (protocol.vendor_begins) speak();
    else client.once('data', speak);
    client.resume();
    return;
  }
  const vendor = toVendor();
  const twin = fault === 'sent twice' ? openTwin(toVendor(), protocol.vendor_begins) : undefined;
  let is_requested = false;
  client.on('data', (data) => {
    is_requested ||= protocol.requestsWork(data);
    vendor.write(data);
    twin?.write(data);
  });
  client.on('close', () => {
    vendor.end();
    twin?.end();
  });
  const pass = PASSING[fault as keyof typeof PASSING] ?? ((to: Socket, data: Buffer) => void to.write(data));
  let passed = Promise.resolve();
  vendor.on('data', (data: Buffer) => {
    // How an answer comes is the network's doing, whatever it answers.
    const is_hit = is_requested || fault === 'delay' || fault === 'slow drip';
    passed = passed
      .then(() => twin?.answered())
      .then(() => (is_hit ? pass(client, data) : void client.write(data)));
  });
  vendor.on('close', () => void passed.then(() => client.end()));
}

/**
 * A second conversation of the same words, whose answers are thrown away. The client learns an answer only once the
 * twin has its own too, or the twin would be spoken to before its turn, and hang up.
 */
function openTwin(vendor: Socket, vendor_begins: boolean) {
  let answered = vendor_begins ? answerOf(vendor) : Promise.resolve();
  return {
    write(data: Buffer) {
      answered = answerOf(vendor);
      vendor.write(data);
    },
    answered: () => answered,
    end: () => void vendor.end(),
  };
}

function answerOf(vendor: Socket): Promise<void> {
  return new Promise((resolve) => {
    vendor.once('data', () => resolve()).once('close', () => resolve());
  });
}

/** Faults in which the vendor is never asked. */
const UNSPOKEN = {
  reset: (client: Socket) => void client.resetAndDestroy(),
  'half-open': () => undefined,
  error: (client: Socket, protocol: Protocol) => void client.end(protocol.error),
  garbage: (client: Socket) => void client.end(randomBytes(512)),
};

/** Faults in how the vendor's answer comes. */
const PASSING = {
  async delay(client: Socket, data: Buffer) {
    await sleep(DELAY_MS);
    client.write(data);
  },
  async 'slow drip'(client: Socket, data: Buffer) {
    for (const byte of data) {
      if (client.destroyed) return;
      client.write(Buffer.of(byte));
      await sleep(DRIP_EVERY_MS);
    }
  },
  'cut off'(client: Socket, data: Buffer) {
    client.write(data.subarray(0, Math.floor(data.length / 2)));
    client.destroySoon();
  },
  'answer lost': (client: Socket) => void client.resetAndDestroy(),
};
