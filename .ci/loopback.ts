/** Before each test file: a connection to anything but this machine is an error, so that the suite proves itself offline. */
import { Socket } from 'node:net';

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3}|0\.0\.0\.0|::)$/i;
const guarded = Symbol.for('laurel.loopback');

interface Target {
  readonly host?: string;
  readonly path?: string;
}

/** `connect` takes options, or a port and a host, or (from within Node) all of them already put in an array. */
function targetOf(words: readonly unknown[]): Target {
  const [first, second] = Array.isArray(words[0]) ? (words[0] as unknown[]) : words;
  if (typeof first === 'object' && first !== null) return first;
  if (typeof first === 'string' && !/^\d+$/.test(first)) return { path: first };
  return typeof second === 'string' ? { host: second } : {};
}

type Connect = (this: Socket, ...words: readonly unknown[]) => Socket;
const prototype = Socket.prototype as unknown as { connect: Connect & { [guarded]?: true } };

// The network modules are shared by all test files of a worker, so the guard is put up once.
if (!prototype.connect[guarded]) {
  const connect = prototype.connect;
  const guard: Connect & { [guarded]?: true } = function (...words) {
    const { host, path } = targetOf(words);
    if (path === undefined && host !== undefined && !loopback.test(host))
      throw new Error(`A test tried to reach ${host}. Tests stay on this machine: pass a fake instead.`);
    return connect.apply(this, words as unknown[]);
  };
  guard[guarded] = true;
  prototype.connect = guard;
}
