/** Place lines break people down by office and by team, as far as the list of people names them; nothing where it names none. */
import type { CardElement } from '@microsoft/teams.cards';
import { groupings, workplacesOf, type Grouping, type Workplace } from '../../domain/partner/people/workplace';
import type { Person } from '../../domain/partner/people/person';
import { fold, linkedNames } from '../elements/blocks';
import { note } from '../elements/elements';
import type { Task } from '../../domain/planning/plan';
import { workWords } from '../words/work';
import type { CardSetting } from '../contract/view';
import { escapeMarkdown } from '../elements/escaped-text';
import { longestPlace } from '../../domain/partner/people/person';
import type { Question } from '../contract/question';
import type { Text } from '../text';

/** What is said of each office or team, and what touching it asks. */
export interface PlaceWords<T> {
  readonly personOf: (one: T) => Pick<Person, Grouping>;
  readonly words: (place: Workplace<T>, grouping: Grouping) => string;
  readonly open: (place: Workplace<T>, grouping: Grouping) => Question;
}

/** So many stand open in a line; the rest is folded. */
const mostOpen = 6;

/** A line for the offices and one for the teams, the largest first; at most `most` of each. */
export function placeLines<T>(
  people: readonly T[],
  { personOf, words, open }: PlaceWords<T>,
  { most, text, without = [] }: { readonly most: number; readonly text: Text; readonly without?: readonly Grouping[] },
): readonly CardElement[] {
  return groupings
    .filter((grouping) => !without.includes(grouping))
    .flatMap((grouping) => {
      const places = workplacesOf(people, grouping, personOf);
      if (places.length === 0 || most === 0) return [];
      const names = places.map((place) => ({ words: words(place, grouping), open: open(place, grouping) }));
      const [shown, rest] = [names.slice(0, mostOpen), names.slice(mostOpen, most)];
      const hidden = names.length - shown.length - rest.length;
      const items = [
        ...(rest.length > 0 ? [linkedNames(rest)] : []),
        ...(hidden > 0 ? [note(text.say('list.more', { count: hidden }))] : []),
      ];
      const heading = text.say('list.more', { count: names.length - shown.length });
      return [
        linkedNames(shown, text.say('people.by', { by: grouping }), { spacing: 'Medium' }),
        ...(items.length > 0 ? fold({ id: `by-${grouping}`, heading, items }) : []),
      ];
    });
}

/** How many offices, and how many teams, a fold of a plan names. */
const mostFolded = 12;

interface PlanView extends Pick<CardSetting, 'seesNames'> {
  readonly people: ReadonlyMap<string, Person>;
}

/** How much of the work falls on each office and each team, folded: for readers who may see names, for an office may be one person. */
export function placeFolds(
  tasks: readonly Task[],
  { view, text }: { readonly view: PlanView; readonly text: Text },
): readonly CardElement[] {
  if (!view.seesNames) return [];
  return groupings.flatMap((grouping) => {
    const places = workplacesOf(tasks, grouping, ({ person }) => view.people.get(person) ?? {}).map(
      ({ name, people }) => ({
        name,
        work: { tasks: people, credentials: people.reduce((sum, { credentials }) => sum + credentials.length, 0) },
      }),
    );
    if (places.length === 0) return [];
    const elsewhere = tasks.length - places.reduce((sum, { work }) => sum + work.tasks.length, 0);
    const items = [
      ...places.slice(0, mostFolded).map(({ name, work }) => {
        const place = escapeMarkdown(name, longestPlace);
        return note(text.say('plan.place', { place, work: workWords(work, text) }));
      }),
      ...(places.length > mostFolded ? [note(text.say('list.more', { count: places.length - mostFolded }))] : []),
      ...(elsewhere > 0 ? [note(text.say('plan.no-place', { count: elsewhere }))] : []),
    ];
    return fold({ id: `work-${grouping}`, heading: text.say('plan.by-place', { by: grouping }), items });
  });
}
