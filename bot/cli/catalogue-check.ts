/**
 * The check of the catalogue: every rule in use with its source and the day it was last checked, for people and for scripts.
 */
import type { Text } from '../../cards/text';
import type { CalendarDate } from '../../domain/basics/date';
import { hasEnded, type ListedGoal, type Programme } from '../../domain/programme/programme';
import { unknownParts } from '../../domain/programme/provenance';
import { mostDaysUnchecked, ruleAges, type RuleAge } from '../../domain/programme/rule-age';
import { tableLines } from './table-text';

export interface CatalogueCheck {
  readonly today: CalendarDate;
  readonly programmes: readonly CheckedProgramme[];
  /** How many rules are too old. */
  readonly old: number;
}

interface CheckedProgramme {
  readonly programme: Programme;
  readonly hasEnded: boolean;
  readonly rules: readonly RuleAge[];
}

/** The check of these programmes on a day. */
export function checkCatalogue(programmes: readonly Programme[], today: CalendarDate): CatalogueCheck {
  const checked = programmes.map((programme) => ({
    programme,
    hasEnded: hasEnded(programme, today),
    rules: ruleAges(programme, today),
  }));
  return { today, programmes: checked, old: checked.flatMap(({ rules }) => rules.filter(({ isOld }) => isOld)).length };
}

/** What `--json` prints. */
export function checkJson({ today, programmes, old }: CatalogueCheck): object {
  return {
    today,
    mostDays: mostDaysUnchecked,
    programmes: programmes.map(({ programme: { id, edition, checkedOn = null }, hasEnded: ended }) => ({
      id,
      edition,
      checkedOn,
      ended,
    })),
    rules: programmes.flatMap(({ programme, rules }) =>
      rules.map(({ isOld, kind, id, source, grade = null, checkedOn = null, days = null }) => {
        return { programme: programme.id, kind, id, source, grade, checkedOn, days, old: isOld };
      }),
    ),
    unknown: programmes.flatMap(({ programme }) =>
      openGoals(programme).map(({ id, unknown }) => ({ programme: programme.id, competency: id, parts: unknown })),
    ),
    old,
  };
}

/** The same as a table for each programme: what one source says of one kind, checked on one day, is one line. */
export function checkLines({ programmes, old }: CatalogueCheck, text: Text): readonly string[] {
  return [
    ...programmes.flatMap((one) => [...programmeLines(one, text), '']),
    text.say('catalogue.check.summary', { count: old, days: mostDaysUnchecked }),
  ];
}

function programmeLines({ programme, hasEnded: ended, rules }: CheckedProgramme, text: Text): readonly string[] {
  const { names, edition, effectiveTo = '' } = programme;
  return [
    text.say('catalogue.check.programme', { programme: text.name(names), edition }),
    ...(ended ? [text.say('catalogue.check.ended', { date: text.date(effectiveTo) })] : []),
    ...(rules.length > 0 ? tableLines([headerOf(text), ...grouped(rules).map((group) => rowOf(group, text))]) : []),
    ...unknownLines(programme, text),
  ];
}

function headerOf(text: Text): readonly string[] {
  const columns = ['rules', 'checked', 'days', 'grade', 'source'] as const;
  return columns.map((column) => text.say(`catalogue.check.column.${column}`));
}

type Group = readonly [RuleAge, ...RuleAge[]];

/** The oldest first. */
function grouped(rules: readonly RuleAge[]): readonly Group[] {
  const groups = new Map<string, [RuleAge, ...RuleAge[]]>();
  for (const rule of rules) {
    const key = [rule.checkedOn ?? '', rule.kind, rule.source, rule.grade ?? ''].join('\n');
    const group = groups.get(key);
    if (group) group.push(rule);
    else groups.set(key, [rule]);
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group);
}

function rowOf(group: Group, text: Text): readonly string[] {
  const [{ kind, checkedOn, days, grade, source, isOld }] = group;
  return [
    text.say('catalogue.check.count', { kind, count: group.length }),
    checkedOn === undefined ? text.say('catalogue.check.never') : text.date(checkedOn),
    `${days === undefined ? '' : text.number(days)}${isOld ? ' !' : ''}`,
    grade ?? '–',
    source,
  ];
}

/** Returns the goals whose sources leave something open, including those that cannot be judged at all. */
function openGoals({ competencies, listed = [] }: Programme): readonly ListedGoal[] {
  const half = competencies.flatMap((one) => (one.unknown?.length ? [{ ...one, unknown: one.unknown }] : []));
  return [...half, ...listed];
}

function unknownLines(programme: Programme, text: Text): readonly string[] {
  return unknownParts.flatMap((part) => {
    const goals = openGoals(programme).filter(({ unknown }) => unknown.includes(part));
    const names = text.list(goals.map(({ names: goal }) => text.name(goal)));
    return goals.length > 0 ? [text.say('catalogue.check.unknown', { part, goals: names })] : [];
  });
}
