/** Reads the Trainings report: each row is an achievement of a person. */
import { addDays, type CalendarDate } from '../../../domain/basics/date';
import type { Identifiers } from '../../../domain/partner/person';
import { identifiersIn, isKnown } from '../parsing/identifier-cell';
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

interface Achieved {
  readonly title: string;
  readonly activityId?: string;
  readonly completedOn: CalendarDate;
  readonly expiresOn?: CalendarDate;
}

function achievementIn(entry: ParsedEntry<TrainingField>, today: CalendarDate): Achieved | Rejected {
  const title = entry.words('title');
  if (title === '') return entry.rejected('missing-value', 'title');
  const completed = entry.date('completedOn');
  if ('rejected' in completed) return completed;
  if (completed.date === undefined) return entry.rejected('missing-value', 'completedOn');
  const expires = entry.date('expiresOn');
  if ('rejected' in expires) return expires;
  if (expires.date !== undefined && expires.date < completed.date)
    return entry.rejected('expiry-before-completion', 'expiresOn');
  // Somewhere on earth it is tomorrow already.
  if (completed.date > addDays(today, 1)) entry.remark('future-date', undefined, { date: completed.date });
  const activityId = entry.text('activityId');
  return {
    title,
    ...(activityId !== '' && { activityId }),
    completedOn: completed.date,
    ...(expires.date !== undefined && { expiresOn: expires.date }),
  };
}

function isProfileOnly({ corpEmail, email, aadUserId }: Identifiers): boolean {
  return corpEmail.length + email.length + aadUserId.length === 0;
}

const han = /^\p{Script=Han}+$/u;

/** Names in Chinese characters are written family name first and together. */
function fullName(first: string, last: string): string {
  return han.test(first) && han.test(last) ? last + first : [first, last].filter((part) => part !== '').join(' ');
}
