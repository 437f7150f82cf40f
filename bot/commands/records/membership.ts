/** `membership`: what was bought and when, shown to everybody, recorded by admins. */
import { z } from 'zod/v4';
import type { MembershipUndo, Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { isSameRecord, purchaseMembership } from '../../../domain/membership/membership';
import { knownTimeZone } from '../../../domain/basics/local-time';
import { marketClasses } from '../../../domain/programme/requirement';
import { wholeDates } from '../../recognizers/day-argument';
import { withoutPhrase, type Phrases, type RecognitionContext } from '../../language/phrases';
import { type Command } from '../command';
import { day, shortText, typed } from '../payload-fields';
import { tokenize, type Utterance } from '../../language/utterance';
import {
  membershipReply,
  previewMembership,
  recordMembership,
  unlessChanged,
  type MembershipChange,
} from '../../corrections/membership-reply';
import { recognizeLevel } from '../../recognizers/level-recognizer';

const hears: Phrases = {
  en: ['membership', 'our membership', 'when did we buy', 'bought', 'market class', 'time zone', 'our time zone'],
  'zh-CN': ['成员身份', '会员资格', '会员', '购买日期', '时区'],
  'zh-TW': ['會員資格', '會員', '購買日期', '時區'],
  'ru-RU': ['членство', 'членства', 'когда куплено', 'куплено', 'часовой пояс'],
  'pt-BR': ['associação', 'afiliação', 'quando compramos', 'compramos', 'fuso horário'],
};

/** As the time zone database writes it: Europe/Oslo, America/Argentina/Ushuaia, Etc/GMT-14, UTC. */
const zoneName = /(?<![\w/])(?:utc|[a-z_]+(?:\/[a-z_]+)*\/[a-z0-9_+-]+)(?![\w/])/giu;

/** The time zone that is named, and the rest. */
function zoneIn({ said }: Utterance): { readonly timeZone: string; readonly rest: string } | undefined {
  for (const [name] of said.matchAll(zoneName)) {
    const timeZone = knownTimeZone(name);
    if (timeZone !== undefined) return { timeZone, rest: said.replace(name, ' ') };
  }
  return undefined;
}

function parse(heard: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  const zone = zoneIn(heard);
  const utterance = zone ? tokenize(zone.rest, reading.vocabulary.lexicon) : heard;
  const dated = wholeDates(utterance, reading);
  const others = withoutPhrase(dated?.rest ?? utterance, hears);
  if (!others) return undefined;
  const { level } = recognizeLevel(others, reading.vocabulary);
  const about = {
    ask: 'membership' as const,
    ...(level !== undefined && { level }),
    ...(zone && { timeZone: zone.timeZone }),
  };
  if (!dated) return about;
  const made = dated.dates.map((boughtOn) => ({ label: boughtOn, question: { ...about, boughtOn } }));
  return made.length === 1 ? made[0]!.question : { code: 'ambiguous', heard: heard.said, candidates: made };
}

/** What is recorded of a membership, as a button carries it. */
export const membershipRecord = z.object({
  market: z.enum(marketClasses),
  timeZone: shortText.optional(),
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
    timeZone: typed,
    from: membershipRecord.optional(),
    undo: z.object({ after: membershipRecord, before: membershipRecord }).optional(),
  }),
  accessTo: (question) => ({ role: Object.keys(question).length > 1 ? 'admin' : 'anyone', scope: 'any' }),
  parse,
  previews: (question) => enteredIn(question) !== undefined,
  async answer(question, request, services) {
    const entered = enteredIn(question);
    return entered
      ? previewMembership(question, purchasing(entered), { request, services })
      : membershipReply({ request, services });
  },
  async press(question, request, services) {
    if (question.undo) return recordMembership(undoing(question.undo), request, services);
    const entered = enteredIn(question);
    return entered
      ? recordMembership(unlessChanged(question.from, purchasing(entered)), request, services)
      : membershipReply({ request, services });
  },
};

type Entered = NonNullable<MembershipChange['entered']>;

/** What was typed, or stood in the fields of the form; undefined if that is nothing. */
function enteredIn({
  level,
  boughtOn,
  market,
  timeZone,
}: Extract<Question, { ask: 'membership' }>): Entered | undefined {
  const entered = {
    ...(level !== undefined && { level }),
    ...(boughtOn !== undefined && { boughtOn }),
    ...(market !== undefined && { market }),
    ...(timeZone !== undefined && { timeZone }),
  };
  return Object.keys(entered).length === 0 ? undefined : entered;
}

function purchasing(entered: Entered): MembershipChange {
  const to: MembershipChange['to'] = (before, { programme, asOf }) =>
    purchaseMembership(entered, before, { programme, today: asOf });
  return { to, entered };
}

/** Takes a change back as long as what it recorded is what stands there: imports and others may have written since. */
function undoing({ after, before }: MembershipUndo): MembershipChange {
  return { isUndo: true, to: (present) => (isSameRecord(present, after) ? before : { code: 'changed-since' }) };
}
