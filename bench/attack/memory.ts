/** The memory of the attacked process: how much may stay allocated, and a deliberate leak that shows that the limit is kept. */
import type { Server } from 'node:http';

export interface MemoryState {
  /** What the operating system counts for the process. */
  readonly residentMb: number;
  /** What is in use after garbage was collected: heap and buffers. What leaks is here, whatever the allocator keeps for later. */
  readonly liveMb: number;
}

const measures = ['liveMb', 'residentMb'] as const;

/** Memory that may stay allocated after the attacks, as a share of what was allocated before. */
const allowance = 1.1;

/**
 * The share of a run that goes before the first measurement, of the same attacks with other values: as many as are measured. A process that has answered
 * little is smaller for a reason that is no leak: V8 compiles what runs often and lets the heap grow to what a load needs. Measured
 * over five rounds of 15,000 attacks: 239, 318, 333, 337, 332 MB resident, and 127, 128, 128, 126 MB live after each round.
 */
export const warmUpShare = 1;

/** Says for each measure what it was before and after. */
export function memoryLine(before: MemoryState, after: MemoryState): string {
  return measures.map((of) => `${of} ${before[of].toFixed(0)} before, ${after[of].toFixed(0)} after`).join('; ');
}

/** The measures that grew by more than a tenth. */
export function memoryFaults(before: MemoryState, after: MemoryState): readonly string[] {
  return measures
    .filter((of) => after[of] > before[of] * allowance)
    .map((of) => `memory: ${of} ${before[of].toFixed(0)} before, ${after[of].toFixed(0)} after`);
}

/** Kept for as long as the process runs. */
const leaked: Buffer[] = [];

/** Keeps so many bytes for each request that a server gets, outside the heap of V8, as a leak of buffers would. */
export function leakIn(server: Server, bytes: number): void {
  if (bytes > 0) server.on('request', () => void leaked.push(Buffer.alloc(bytes, 1)));
}
