/** A manager's own people: those who report to the reader, directly or through others, and what is known of them. */
import type { MyTeamView, ReportLine } from '../../cards/standing/my-team-card';
import type { CardSetting } from '../../cards/contract/view';
import { teamDays } from '../../domain/alerts/team-notices';
import { countingIn } from '../../domain/counting/gap';
import type { Facts } from '../../domain/counting/facts';
import { creditPeople } from '../../domain/counting/kept-credits';
import { standingOf } from '../../domain/counting/standing';
import type { Onboarding } from '../../domain/onboarding/onboarding';
import { onboardingStateOf } from '../../domain/onboarding/onboarding-state';
import { personLabel, type Person } from '../../domain/partner/people/person';
import { managersById, reportsOf } from '../../domain/partner/people/reporting-line';
import { endingWithin } from '../../domain/planning/expiring';
import { isOpenTask, type AssignedTask } from '../../domain/tasks/assigned-task';
import type { LoadedFacts } from './partner-snapshot';

/** Those who report to a person on this day and have not left. */
export function ownPeople(manager: string, people: readonly Person[], asOf: string): readonly Person[] {
  const reports = reportsOf(manager, managersById(people));
  return people.filter(({ id, leftOn }) => reports.has(id) && (leftOn === undefined || leftOn >= asOf));
}

/** What is known of a company, and of the way of its people. */
export interface TeamFacts extends Pick<LoadedFacts, 'programme' | 'policies' | 'asOf' | 'facts'> {
  readonly onboardings: ReadonlyMap<string, Onboarding>;
  readonly tasks: readonly AssignedTask[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The reader, how the cards of the reader are set, and what is shown. */
export interface TeamReader {
  readonly manager: string;
  readonly setting: CardSetting;
  readonly locale: string;
  /** The one to show alone, by id. */
  readonly only?: string | undefined;
  readonly page?: number;
}

/** What the card of a manager shows: nothing in it is about anybody who does not report to them, but the names of levels. */
export function teamViewOf(team: readonly Person[], known: TeamFacts, reader: TeamReader): MyTeamView {
  const { programme, asOf, facts } = known;
  const { manager, setting, only, page = 1 } = reader;
  const shown = only === undefined ? team : team.filter(({ id }) => id === only);
  const ids = new Set(shown.map(({ id }) => id));
  const own: Facts = { ...facts, people: shown };
  return {
    ...setting,
    seesNames: true,
    self: manager,
    asOf,
    people: new Map(shown.map((one) => [one.id, one])),
    reports: reportLines(ids, known, reader.locale),
    endings: endingWithin(programme, own, { today: asOf, days: teamDays }),
    days: teamDays,
    tasks: known.tasks.filter((task) => ids.has(task.person) && isOpenTask(task)),
    ...(only !== undefined && { only }),
    page,
  };
}

/** Levels are met by the whole company, so what a person counts for is worked out with everyone. */
function reportLines(ids: ReadonlySet<string>, known: TeamFacts, locale: string): readonly ReportLine[] {
  const { programme, facts, asOf, policies, onboardings, now } = known;
  const counting = standingOf(programme, facts, asOf).competencies.map((one) => ({
    id: one.id,
    people: countingIn(one),
  }));
  const { compare } = new Intl.Collator(locale);
  return creditPeople(programme, facts, asOf)
    .credits.filter(({ person }) => ids.has(person.id))
    .map((credit): ReportLine => {
      const { person } = credit;
      const onboarding = onboardings.get(person.id);
      const standing = onboarding && onboardingStateOf({ onboarding, person, credit, policies, now });
      return {
        person,
        credit,
        countsFor: counting.filter(({ people }) => people.has(person.id)).map(({ id }) => id),
        ...(standing && isWaiting(standing.state) && { waiting: standing }),
      };
    })
    .sort(
      ({ person: one }, { person: other }) =>
        compare(personLabel(one), personLabel(other)) || (one.id < other.id ? -1 : 1),
    );
}

function isWaiting(state: string): boolean {
  return state !== 'counts' && state !== 'shown' && state !== 'left';
}
