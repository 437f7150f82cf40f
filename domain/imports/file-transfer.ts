/** A transfer brings a file from a chat or hands one over, by an address that is only a claim until it was checked. */

/** Why a file did not come or go. */
export const transferFaults = ['elsewhere', 'expired', 'oversized', 'slow', 'unreachable'] as const;
export type TransferFault = (typeof transferFaults)[number];

export interface FileTransfer {
  /** The bytes at an address, as many as are allowed at most. Never throws. */
  fetch(address: string): Promise<{ readonly bytes: Uint8Array } | { readonly fault: TransferFault }>;
  /** Whether an address is one that files are fetched from or put to. */
  accepts(address: string): boolean;
  /** Puts the bytes to an address, as one piece. Never throws. */
  put(address: string, bytes: Uint8Array): Promise<TransferFault | undefined>;
  /** Whether the chat can show a file consent card; the chat window of the local world cannot. */
  readonly canOffer: boolean;
}
