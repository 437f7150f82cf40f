/** A correction says what is different in the order before ("no, it was Friday", "the same for Owen"): it is previewed anew, and nothing is written. */
import type { Question } from '../../cards/contract/question';
import { correctionIn, sameForIn } from '../language-understanding/correction-words';
import { recognizeNumber } from '../recognizers/amounts/number-recognizer';
import { recognizeSlots, type SlotContext, type Slots } from '../recognizers/slot-recognizer';
import { commandNamed } from '../intents/all-commands';
import { withoutContrast } from '../intents/contrast';
import type { Parameters } from '../intents/meaning';
import { Lacking } from '../intents/meaning';
import { withDay } from '../intents/named-day';
import { namesIn } from '../intents/named-people';
import { kindOf, taken, type ValueKind } from './changed-value';

/** What may be corrected of each order. */
const correctable: Readonly<Record<string, readonly (ValueKind | 'amount')[]>> = {
  left: ['person', 'time'],
  completed: ['person', 'credential', 'time'],
  remove: ['person', 'credential'],
  forget: ['person'],
  figure: ['amount', 'time'],
  membership: ['goal', 'time'],
  renewed: ['time'],
  onboard: ['person'],
};

/** Whether the next message may correct this order or repeat it for another person. */
export function isCorrectable(question: Question): boolean {
  return question.ask in correctable && commandNamed(question.ask)?.previews?.(question) === true;
}

/** The order before as a message corrects it; undefined where it says no single value that the order has. */
export function correctedOrder(said: string, order: Question, context: SlotContext): Question | undefined {
  if (!isCorrectable(order)) return undefined;
  const instead = correctionIn(withoutContrast(said, context) ?? said);
  const another = sameForIn(said);
  if (instead !== undefined) return withValue(instead, order, context);
  return another === undefined ? undefined : forAnother(recognizeSlots(another, context), order);
}

function withValue(instead: string, order: Question, context: SlotContext): Question | undefined {
  const { ask } = order;
  const amount = ask === 'figure' ? amountIn(instead, context) : undefined;
  if (amount !== undefined) return taken(ask, { ...asOrdered(order), value: amount });
  const slots = recognizeSlots(instead, context);
  const kind = kindOf(slots);
  if (kind === undefined || !correctable[ask]?.includes(kind)) return undefined;
  if (kind === 'person') return forAnother(slots, order);
  const value = kind === 'time' ? dayIn(slots, order, context) : namedIn(slots);
  return value && taken(ask, { ...asOrdered(order), ...value });
}

const bareAmount = /^\p{Sc}? ?\p{N}[\p{N}.,  ]*(?: ?\p{L}{1,9}\.?)?$/u;

function amountIn(instead: string, { locale }: SlotContext): number | undefined {
  const { value, rest } = recognizeNumber(instead, locale);
  return bareAmount.test(instead) && rest === '' && typeof value === 'number' ? value : undefined;
}

function namedIn({ credentials, competencies, levels }: Slots): Parameters | undefined {
  if (competencies.length > 0) return undefined;
  const [credential] = credentials;
  const [level] = levels;
  return { ...(credential && { credential }), ...(level && { level }) };
}

function dayIn(slots: Slots, { ask }: Question, context: SlotContext): Parameters | undefined {
  const name = ask === 'membership' ? 'boughtOn' : 'on';
  const day = withDay({ slots, context, name, past: ask !== 'left' }, {});
  return day instanceof Lacking || !(name in day) ? undefined : day;
}

/** The same of another person; undefined where nobody is named, or several are. */
function forAnother(slots: Slots, order: Question): Question | undefined {
  const [person, ...others] = namesIn(slots);
  if (kindOf(slots) !== 'person' || person === undefined || others.length > 0) return undefined;
  if (!correctable[order.ask]?.includes('person')) return undefined;
  return taken(order.ask, { ...asOrdered(order), ...(order.ask === 'onboard' ? { people: [person] } : { person }) });
}

/** The order without what its button handed on: the new one is confirmed by a button of its own. */
function asOrdered(order: Question): Parameters {
  const {
    ask: _,
    confirm: _confirmed,
    from: _from,
    undo: _undone,
    invite: _invited,
    ...values
  } = order as Question & Parameters;
  return values;
}
