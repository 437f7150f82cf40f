/** The line between the host of a table service and those who use it: JSON, one object a line, over a loopback socket. */
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What a host says: first how it stands, then each change of that, and the answer to `save`. */
export interface HostMessage {
  readonly folder: string;
  readonly state: 'starting' | 'serving' | 'stopping' | 'saved' | 'not-saved';
  readonly connectionString?: string;
}

/** What a client says: whom it looks for, and later that everything is to be on disk. */
export interface ClientMessage {
  readonly folder: string;
  readonly wants: 'tables' | 'save';
}

/** A line on which the host of the folder has answered. */
export interface HostConnection {
  readonly socket: Socket;
  /** What the host said first. */
  readonly greeting: HostMessage;
  /** What it says from then on; the end of it is the end of the line. */
  readonly messages: AsyncGenerator<unknown>;
}

/** A host that is busy loading or saving is silent for seconds; taking it for a stranger would start a second one. */
const silenceMs = 10_000;

/** Sends one message. */
export function sendLine(socket: Socket, message: HostMessage | ClientMessage): void {
  socket.write(`${JSON.stringify(message)}\n`);
}

/** The messages that come in, until the connection ends or fails. A caller that stops reading closes it. */
export async function* messagesOn(socket: Socket): AsyncGenerator<unknown> {
  let text = '';
  try {
    for await (const chunk of socket.setEncoding('utf8')) {
      const lines = (text + String(chunk)).split('\n');
      text = lines.pop()!;
      for (const line of lines) yield parsed(line);
    }
  } catch {
    // A line that breaks has ended, too.
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The message, if it is one of a host of this folder. */
export function asHostMessage(message: unknown, folder: string): HostMessage | undefined {
  const heard = message as Partial<HostMessage> | null | undefined;
  return heard?.folder === folder && heard.state !== undefined ? (heard as HostMessage) : undefined;
}

/** Connects to the process that listens on the port: the host of the folder, or an unrelated program. */
export async function callHost(port: number, folder: string): Promise<HostConnection | undefined> {
  const socket = connect(port, '127.0.0.1');
  // What breaks the line ends its messages; without a listener it would end the process.
  socket.on('error', () => socket.destroy());
  sendLine(socket, { folder, wants: 'tables' });
  const messages = messagesOn(socket);
  const first = await Promise.race([messages.next(), pause(silenceMs, undefined, { ref: false })]);
  const greeting = asHostMessage(first?.value, folder);
  if (greeting) return { socket, greeting, messages };
  socket.destroy();
  return undefined;
}
