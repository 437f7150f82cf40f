/** The lease desk of a table host: every line of a client is a lease, and when the last one ends the host may go too. */
import { createServer, type Server, type Socket } from 'node:net';
import { type ClientMessage, type HostMessage, messagesOn, sendLine } from './host-line';
import type { Azurite } from './azurite';

/** How long the host stays without a lease: for one command after another, and for the first to come. */
const lingerMs = 1000;
const firstLeaseMs = 10_000;

export class TableLeases {
  readonly server: Server;
  /** Resolves when no lease has been held for a while. */
  readonly deserted: Promise<void>;
  readonly #folder: string;
  readonly #leases = new Set<Socket>();
  #state: HostMessage['state'] = 'starting';
  #service: Azurite | undefined;
  #leave: () => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(folder: string) {
    this.#folder = folder;
    this.server = createServer((socket) => void this.#attend(socket));
    this.deserted = new Promise((resolve) => (this.#leave = resolve));
  }

  /** From now on a lease is worth something. */
  open(service: Azurite): void {
    this.#service = service;
    this.#enter('serving');
    if (this.#leases.size === 0) this.#wait(firstLeaseMs);
  }

  /** A client that connects now must connect again after this host has ended. The port stays taken until then. */
  close(): void {
    clearTimeout(this.#timer);
    this.#enter('stopping');
  }

  #enter(state: HostMessage['state']): void {
    this.#state = state;
    for (const socket of this.#leases) this.#greet(socket);
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#leave, ms);
  }

  #greet(socket: Socket, state = this.#state): void {
    sendLine(socket, { folder: this.#folder, state, connectionString: this.#service?.connectionString });
  }

  #grant(socket: Socket): void {
    this.#leases.add(socket);
    clearTimeout(this.#timer);
    this.#greet(socket);
  }

  async #attend(socket: Socket): Promise<void> {
    socket.on('error', () => socket.destroy());
    for await (const message of messagesOn(socket)) {
      const wants = (message as Partial<ClientMessage> | null | undefined)?.wants;
      if (wants === 'tables') this.#grant(socket);
      if (wants === 'save') this.#greet(socket, await this.#save());
    }
    const held = this.#leases.delete(socket);
    if (held && this.#leases.size === 0 && this.#state === 'serving') this.#wait(lingerMs);
  }

  async #save(): Promise<HostMessage['state']> {
    try {
      await this.#service?.save();
      return 'saved';
    } catch (error) {
      console.error('The data could not be saved:', error);
      return 'not-saved';
    }
  }
}
