/** Offers without names: the questions that a refusal suggests carry names of people on record, which only some readers may learn. */
import type { Question } from '../../cards/contract/question';
import type { Refusal, SuggestedQuestion } from '../../cards/contract/refusal';
import { oneself } from '../recognizers/people/person-lookup';

/** The refusal without those suggestions that name a person: for readers who may not see names. */
export function withoutNamedPeople(refusal: Refusal): Refusal {
  const offers = Object.entries(refusal).map(([field, value]) =>
    Array.isArray(value) && (field === 'nearest' || field === 'candidates')
      ? [field, (value as readonly SuggestedQuestion[]).filter(({ question }) => !namesPeople(question))]
      : [field, value as unknown],
  );
  return Object.fromEntries(offers) as Refusal;
}

function namesPeople(question: Question): boolean {
  const {
    person,
    other,
    people = [],
    events = [],
  } = question as Partial<Record<string, unknown>> & {
    readonly people?: readonly unknown[];
    readonly events?: readonly object[];
  };
  return [person, other, ...people].some(isOther) || events.some((event) => 'person' in event && isOther(event.person));
}

function isOther(person: unknown): boolean {
  return person !== undefined && person !== oneself;
}
