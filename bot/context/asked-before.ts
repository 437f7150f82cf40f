/** What each person asked last in each conversation, for a short while and in the memory of one instance: a follow-up is read with it. */
import type { Question } from '../../cards/contract/question';
import type { DayField, Refusal } from '../../cards/contract/refusal';
import { BoundedMemory } from './bounded-memory';
import type { TurnRequest } from './turn-request';

/** The question that was answered last, or the one of which the day was asked; and the programme by whose words it was read. */
export interface LastAsked {
  readonly programme: string;
  readonly question?: Question;
  readonly asking?: { readonly question: Question; readonly field: DayField };
}

interface Kept extends LastAsked {
  readonly at: number;
}

/** In milliseconds: who comes back later begins anew. */
const keptFor = 15 * 60_000;
const bounds = { most: 5_000, mostCharacters: 2_000_000, keptFor };

/** Nothing of it is stored: on another instance, or after a restart, a follow-up has to be said in full. */
export class AskedBefore {
  readonly #kept = new BoundedMemory<Kept>(bounds);

  /** What the sender asked last in this conversation, if that was not long ago. */
  last({ tenant, conversation, user, now }: TurnRequest): LastAsked | undefined {
    const kept = this.#kept.get(tenant, conversation, user.aadObjectId);
    return kept && now >= kept.at && now - kept.at <= keptFor ? kept : undefined;
  }

  /** Keeps the question that was answered. */
  answered(question: Question, programme: string, request: TurnRequest): void {
    this.#keep({ programme, question }, request);
  }

  /** Keeps the question of which the day is asked; of any other refusal only that no day is asked any more. */
  refused(refusal: Refusal, programme: string, request: TurnRequest): void {
    const asking = 'asking' in refusal ? refusal.asking : undefined;
    if (asking) this.#keep({ programme, asking }, request);
    else if (this.last(request)?.asking) this.#keep({ programme }, request);
  }

  #keep(last: LastAsked, { tenant, conversation, user, now }: TurnRequest): void {
    this.#kept.keep({ ...last, at: now }, tenant, conversation, user.aadObjectId);
  }
}
