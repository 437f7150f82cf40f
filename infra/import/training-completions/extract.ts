/** Reads the Trainings report: each row is an achievement of a person. */
import { addDays, type CalendarDate } from '../../../domain/basics/date';
import type { IncomingAchievement } from '../../../domain/imports/incoming';
import type { Identifiers } from '../../../domain/partner/people/person';
import { type AchievedKind, achievedKinds } from '../../../domain/programme/credential';
import { identifiersIn, isKnown, withoutZeroDecimals } from '../parsing/identifier-cell';
import { roster } from '../parsing/roster';
import type { ParsedEntry, Rejected, Source } from '../parsing/source';
import { type TrainingField, trainingSchema } from './schema';

export const trainingCompletions: Source<TrainingField> = {
  schema: trainingSchema,
  extract({ today }) {
    const people = roster();
    return {
      take(entry) {
        const identifiers = identifiersIn(entry);
        if (!isKnown(identifiers)) return entry.rejected('no-identifier');
        const achievement = achievementIn(entry, today);
        if ('rejected' in achievement) return achievement;
        const name = fullName(entry.words('firstName'), entry.words('lastName'));
        if (name === '' && isProfileOnly(identifiers))
          entry.remark('mcpid-only', 'mcpId', { mcpId: identifiers.mcpId[0]! });
        people.add({ line: entry.line, identifiers, name, achievement });
        return undefined;
      },
      finish: () => ({ facts: { kind: 'training-completions', people: people.people() } }),
    };
  },
};

/** Before the first certification of Microsoft there was nothing to complete: such a day stands for an empty cell. */
const firstCompletion = '1992-01-01';

function achievementIn(entry: ParsedEntry<TrainingField>, today: CalendarDate): IncomingAchievement | Rejected {
  const title = entry.words('title');
  if (title === '') return entry.rejected('missing-value', 'title');
  const completed = entry.date('completedOn');
  if ('rejected' in completed) return completed;
  if (completed.date === undefined) return entry.rejected('missing-value', 'completedOn');
  const expiresOn = expiryIn(entry);
  if (expiresOn !== undefined && expiresOn < completed.date)
    return entry.rejected('expiry-before-completion', 'expiresOn');
  remarkOnDay(entry, completed.date, today);
  const activityId = withoutZeroDecimals(entry.text('activityId'));
  const kind = kindIn(entry);
  return {
    title,
    ...(activityId !== '' && { activityId }),
    ...(kind !== undefined && { kind }),
    completedOn: completed.date,
    ...(expiresOn !== undefined && { expiresOn }),
  };
}

/** What stands for no day in exports and databases (.NET, SQL), so that nothing is lost where it is left out. */
const emptyDays = /^(?:0001|1753|1899|1900)-/;
/** Later days stand for no end. */
const lastDay = '2999-12-31';

/** A cell of the expiry that holds no day is left out, with a warning; the completion itself is read all the same. */
function expiryIn(entry: ParsedEntry<TrainingField>): CalendarDate | undefined {
  const read = entry.date('expiresOn');
  if ('date' in read && (read.date === undefined || !isPlaceholder(read.date))) return read.date;
  entry.remark('expiry-ignored', 'expiresOn');
  return undefined;
}

function isPlaceholder(date: CalendarDate): boolean {
  return emptyDays.test(date) || date > lastDay;
}

function remarkOnDay(entry: ParsedEntry<TrainingField>, date: CalendarDate, today: CalendarDate): void {
  if (date < firstCompletion) entry.remark('early-date', undefined, { date });
  // Somewhere on earth it is tomorrow already.
  if (date > addDays(today, 1)) entry.remark('future-date', undefined, { date });
}

function kindIn(entry: ParsedEntry<TrainingField>): AchievedKind | undefined {
  const said = entry.text('kind').toLowerCase();
  return achievedKinds.find((kind) => kind === said);
}

function isProfileOnly({ corpEmail, email, aadUserId }: Identifiers): boolean {
  return corpEmail.length + email.length + aadUserId.length === 0;
}

const han = /^\p{Script=Han}+$/u;

/** Names in Chinese characters are written family name first and together. */
function fullName(first: string, last: string): string {
  return han.test(first) && han.test(last) ? last + first : [first, last].filter((part) => part !== '').join(' ');
}
