/** The journal is what has happened: every request with its answer, and what stands in each conversation. */

export interface Entry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly operation: 'create' | 'say' | 'renew' | 'remove' | 'members';
  readonly conversation: string;
  /** Whether it was carried out, whatever the caller got to know. */
  readonly delivered: boolean;
  /** The status that was answered; absent where the answer was lost. */
  readonly status?: number;
  /** The id of the activity that was said, renewed or removed. */
  readonly activity?: string;
  /** What was said, unless the journal keeps no bodies. */
  readonly body?: unknown;
}

export class Journal {
  readonly #entries: Entry[] = [];
  readonly #keepsBodies: boolean;
  readonly #told: (entry: Entry) => void;

  constructor(keepsBodies: boolean, told: (entry: Entry) => void = () => undefined) {
    this.#keepsBodies = keepsBodies;
    this.#told = told;
  }

  write({ body, ...entry }: Entry): void {
    const kept = this.#keepsBodies && body !== undefined ? { ...entry, body } : entry;
    this.#entries.push(kept);
    this.#told(kept);
  }

  /** All requests, in the order of their answers or losses. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** What was carried out there, in order. */
  deliveredIn(conversation: string): readonly Entry[] {
    return this.#entries.filter((entry) => entry.delivered && entry.conversation === conversation);
  }

  /** How many requests were answered with each status; `lost` where nothing was. */
  statuses(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { status = 'lost' } of this.#entries) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  }

  clear(): void {
    this.#entries.length = 0;
  }
}
