/** A contrast names who or what is not meant beside who or what is: "Yuki left, not Owen", "passou no AZ-104, não no 70-497". */
import { clausesOf } from '../language-understanding/request-split';
import { recognizeSlots, type SlotContext } from '../recognizers/slot-recognizer';

const mayDeny = /(?<!\p{L})(?:not|не|n[ãa]o)(?!\p{L})|不是|并非|並非/iu;

/** A clause in its masked form that denies one name or certification and says nothing more. */
const denied =
  /^(?:(?:and|but|it is|its|it was|а|это|это был|это была|e|mas|foi) )?(?:not|не|nao|不 ?是|并非|並非)(?: (?:the|у|o|a|no|na|da|do))? xq(?<kind>person|cred)xq$/u;

/** The text without such a clause, where another names one of its kind; undefined where there is none. */
export function withoutContrast(said: string, context: SlotContext): string | undefined {
  if (!mayDeny.test(said)) return undefined;
  const clauses = clausesOf(said).map((clause) => ({ clause, masked: recognizeSlots(clause, context).masked }));
  const kinds = clauses.map(({ masked }) => denied.exec(masked)?.groups?.['kind']);
  const at = kinds.findIndex((kind) => kind !== undefined);
  if (at < 0) return undefined;
  const others = clauses.filter((_, place) => place !== at);
  const isOther = others.some(({ masked }) => masked.includes(`xq${kinds[at]!}xq`) && masked.split(' ').length > 1);
  return isOther
    ? others
        .map(({ clause }) => clause)
        .join(' ')
        .replace(/[\s,;，、]+$/u, '')
    : undefined;
}
