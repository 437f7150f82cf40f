/** `membership`: what was bought and when, shown to everybody, recorded by admins. */
import type { MembershipUndo, Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/view';
import { isSameRecord, purchased } from '../../../domain/membership/membership';
import { wholeDates } from '../../recognizers/day-argument';
import { beside, type Command, type Phrases, type Reading } from '../command';
import type { Heard } from '../../language/utterance';
import { membershipReply, recordMembership, type Change } from '../../corrections/membership-reply';
import { recogniseLevel } from '../../recognizers/level-recognizer';

const hears: Phrases = {
  en: ['membership', 'our membership', 'when did we buy', 'bought', 'market class'],
  'zh-CN': ['成员身份', '会员资格', '会员', '购买日期'],
  'zh-TW': ['會員資格', '會員', '購買日期'],
  'ru-RU': ['членство', 'членства', 'когда куплено', 'куплено'],
  'pt-BR': ['associação', 'afiliação', 'quando compramos', 'compramos'],
};

function parse(heard: Heard, reading: Reading): Question | Refusal | undefined {
  const dated = wholeDates(heard, reading);
  const others = beside(dated?.rest ?? heard, hears);
  if (!others) return undefined;
  const { level } = recogniseLevel(others, reading.vocabulary);
  const about = { ask: 'membership' as const, ...(level !== undefined && { level }) };
  if (!dated) return about;
  const made = dated.dates.map((boughtOn) => ({ label: boughtOn, question: { ...about, boughtOn } }));
  return made.length === 1 ? made[0]!.question : { code: 'ambiguous', heard: heard.said, candidates: made };
}

/** `membership`, `membership <level> <date>`, and the form on its card. */
export const membership: Command<'membership'> = {
  name: 'membership',
  hears,
  parse,
  async answer({ undo, level, boughtOn, market }, ask, world) {
    if (undo) return recordMembership(undoing(undo), ask, world);
    if (level === undefined && boughtOn === undefined && market === undefined) return membershipReply({ ask, world });
    const entered = {
      ...(level !== undefined && { level }),
      ...(boughtOn !== undefined && { boughtOn }),
      ...(market !== undefined && { market }),
    };
    const to: Change['to'] = (before, { programme, asOf }) => purchased(entered, before, { programme, today: asOf });
    return recordMembership({ to, entered }, ask, world);
  },
};

/** Takes a change back as long as what it recorded is what stands there: imports and others may have written since. */
function undoing({ after, before }: MembershipUndo): Change {
  return { isUndo: true, to: (present) => (isSameRecord(present, after) ? before : { code: 'changed-since' }) };
}
