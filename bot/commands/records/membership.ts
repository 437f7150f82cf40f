/** `membership`: what was bought and when, shown to everybody, recorded by admins. */
import { z } from 'zod/v4';
import type { MembershipUndo, Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { isSameRecord, purchaseMembership } from '../../../domain/membership/membership';
import { marketClasses } from '../../../domain/programme/requirement';
import { wholeDates } from '../../recognizers/day-argument';
import { withoutPhrase, type Phrases, type RecognitionContext } from '../../language/phrases';
import { type Command } from '../command';
import { day, shortText, typed } from '../payload';
import type { Utterance } from '../../language/utterance';
import { membershipReply, recordMembership, type MembershipChange } from '../../corrections/membership-reply';
import { recognizeLevel } from '../../recognizers/level-recognizer';

const hears: Phrases = {
  en: ['membership', 'our membership', 'when did we buy', 'bought', 'market class'],
  'zh-CN': ['成员身份', '会员资格', '会员', '购买日期'],
  'zh-TW': ['會員資格', '會員', '購買日期'],
  'ru-RU': ['членство', 'членства', 'когда куплено', 'куплено'],
  'pt-BR': ['associação', 'afiliação', 'quando compramos', 'compramos'],
};

function parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  const dated = wholeDates(utterance, reading);
  const others = withoutPhrase(dated?.rest ?? utterance, hears);
  if (!others) return undefined;
  const { level } = recognizeLevel(others, reading.vocabulary);
  const about = { ask: 'membership' as const, ...(level !== undefined && { level }) };
  if (!dated) return about;
  const made = dated.dates.map((boughtOn) => ({ label: boughtOn, question: { ...about, boughtOn } }));
  return made.length === 1 ? made[0]!.question : { code: 'ambiguous', heard: utterance.said, candidates: made };
}

const membershipRecord = z.object({
  market: z.enum(marketClasses),
  membership: z.object({ level: shortText, boughtOn: day, renewedOn: z.array(day).max(100) }).optional(),
});

/** `membership`, `membership <level> <date>`, and the form on its card. */
export const membership: Command<'membership'> = {
  name: 'membership',
  phrases: hears,
  order: 130,
  access: { role: 'anyone', scope: 'any' },
  payload: z.object({
    level: typed,
    boughtOn: typed,
    market: typed,
    undo: z.object({ after: membershipRecord, before: membershipRecord }).optional(),
  }),
  accessTo: (question) => ({ role: Object.keys(question).length > 1 ? 'admin' : 'anyone', scope: 'any' }),
  parse,
  async answer({ undo, level, boughtOn, market }, request, services) {
    if (undo) return recordMembership(undoing(undo), request, services);
    if (level === undefined && boughtOn === undefined && market === undefined)
      return membershipReply({ request, services });
    const entered = {
      ...(level !== undefined && { level }),
      ...(boughtOn !== undefined && { boughtOn }),
      ...(market !== undefined && { market }),
    };
    const to: MembershipChange['to'] = (before, { programme, asOf }) =>
      purchaseMembership(entered, before, { programme, today: asOf });
    return recordMembership({ to, entered }, request, services);
  },
};

/** Takes a change back as long as what it recorded is what stands there: imports and others may have written since. */
function undoing({ after, before }: MembershipUndo): MembershipChange {
  return { isUndo: true, to: (present) => (isSameRecord(present, after) ? before : { code: 'changed-since' }) };
}
