/** Files over HTTP: checked before anything is asked, bounded while they come, and given up after a time. */
import type { FileTransfer, TransferFault } from '../../domain/imports/file-transfer';
import { checkedAddress } from './address';

export interface TransferSettings {
  /** Whether plain HTTP on this machine will do, as in the local world. */
  readonly allowsLoopback: boolean;
  readonly canOffer: boolean;
  /** Milliseconds for the whole of it. */
  readonly deadline: number;
  /** In bytes, after unpacking. */
  readonly largest: number;
}

/** The way to and from the file stores. Redirects are followed nowhere: the addresses that Teams gives lead to the file itself. */
export function openTransfer(settings: TransferSettings): FileTransfer {
  const { allowsLoopback, canOffer, largest } = settings;
  return {
    canOffer,
    accepts: (address) => checkedAddress(address, allowsLoopback) !== undefined,
    fetch: async (address) => {
      const headers = { 'accept-encoding': 'identity' };
      const come = await request({ address, headers }, settings, (response) => bytesOf(response, largest));
      return typeof come === 'string' ? { fault: come } : { bytes: come };
    },
    put: (address, bytes) => {
      const headers = {
        'content-type': 'application/octet-stream',
        'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
      };
      const sent = { address, method: 'PUT', headers, body: new Uint8Array(bytes) };
      return request(sent, settings, async (response) => {
        await response.body?.cancel();
        return undefined;
      });
    },
  };
}

/** Sends one request and reads its response; every failure is returned as a fault, none is thrown. */
async function request<T>(
  { address, ...init }: RequestInit & { readonly address: string },
  { allowsLoopback, deadline }: TransferSettings,
  read: (response: Response) => Promise<T>,
): Promise<T | TransferFault> {
  const url = checkedAddress(address, allowsLoopback);
  if (!url) return 'elsewhere';
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(deadline) });
    const fault = faultIn(response);
    if (fault === undefined) return await read(response);
    await response.body?.cancel();
    return fault;
  } catch (error) {
    return (error as Error).name === 'TimeoutError' ? 'slow' : 'unreachable';
  }
}

/** A link that has run out is refused in either of these ways. */
const expired = [401, 403, 404, 410];

function faultIn({ ok, status }: Response): TransferFault | undefined {
  if (ok) return undefined;
  if (status >= 300 && status < 400) return 'elsewhere';
  return expired.includes(status) ? 'expired' : 'unreachable';
}

/** Counted as they come, for a length that is announced is only a claim. */
async function bytesOf({ body }: Response, largest: number): Promise<Uint8Array | TransferFault> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > largest) return 'oversized';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
