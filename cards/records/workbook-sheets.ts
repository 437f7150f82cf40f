/** The sheets of the workbook: people, standing, tasks and what exams cost, in the language of the reader. Names stand in it: it is for admins. */
import type { CalendarDate } from '../../domain/basics/date';
import { decimalOf } from '../../domain/basics/money';
import { expiryOf } from '../../domain/counting/credits/expiry';
import type { Standing } from '../../domain/counting/standing';
import { goalSnapshot } from '../../domain/history/standing-snapshot';
import type { Sheet, SheetCell } from '../../domain/imports/sheet';
import { personPlaceNames } from '../../domain/imports/incoming';
import { managersById } from '../../domain/partner/people/reporting-line';
import { isOpenTask, isOverdue, type AssignedTask } from '../../domain/tasks/assigned-task';
import { examCostFor, type ExamCost } from '../../domain/partner/exam-cost';
import { partnerDayAt } from '../../domain/partner/partner-day';
import { personLabel, type Person } from '../../domain/partner/people/person';
import { indexCredentials } from '../../domain/programme/credential';
import type { Policies } from '../../domain/programme/policy';
import type { Programme } from '../../domain/programme/programme';
import type { PersonLine } from '../standing/people-card';
import type { Key, Text } from '../text';
import { examName } from '../words/cost';
import { credentialTitle } from '../words/credential';
import { hindranceWords } from '../words/reason';
import { competencyName, levelAt, levelName, type Wording } from '../words/wording';

export interface WorkbookView {
  readonly programme: Programme;
  readonly policies: Policies;
  readonly asOf: CalendarDate;
  readonly people: readonly PersonLine[];
  readonly standing: Standing;
  readonly tasks: readonly AssignedTask[];
  readonly costs?: readonly ExamCost[] | undefined;
}

interface About extends Wording {
  readonly view: WorkbookView;
}

/** People, standing, tasks and costs. */
export function workbookSheets(view: WorkbookView, text: Text): readonly Sheet[] {
  const about = { text, programme: view.programme, view };
  return [peopleSheet(about), standingSheet(about), tasksSheet(about), costsSheet(about)];
}

type Column = Extract<Key, `workbook.column.${string}`> extends `workbook.column.${infer Name}` ? Name : never;

function sheetOf(
  name: Extract<Key, `workbook.sheet.${string}`>,
  columns: Readonly<Partial<Record<Column, number>>>,
  { rows, text }: { readonly rows: Sheet['rows']; readonly text: Text },
): Sheet {
  const titles = Object.entries(columns).map(([column, width]) => ({
    title: text.say(`workbook.column.${column as Column}`),
    width,
  }));
  return { name: text.say(name), columns: titles, rows };
}

const written = (words: string | undefined): SheetCell => (words === undefined ? undefined : { text: words });
const dated = (day: CalendarDate | undefined): SheetCell => (day === undefined ? undefined : { day });

function peopleSheet(about: About): Sheet {
  const { view, text } = about;
  const widths = { office: 20, team: 24, manager: 28 };
  const places = personPlaceNames.filter((name) => view.people.some(({ person }) => person[name] !== undefined));
  const columns = {
    ...{ person: 28, address: 34, counts: 40, hindrance: 40, holds: 50, expires: 14, linked: 14, left: 14 },
    ...Object.fromEntries(places.map((name) => [name, widths[name]])),
  };
  const placeOf = placeFinder(view.people.map(({ person }) => person));
  const index = indexCredentials(view.programme.credentials);
  const rows = view.people.map(({ person, credit, countsFor }) => [
    written(personLabel(person)),
    written(person.identifiers.corpEmail[0] ?? person.identifiers.email[0]),
    written(text.list(countsFor.map((id) => competencyName(id, about)))),
    written(credit.hindrance && hindranceWords(credit.hindrance, text)),
    written(text.list([...credit.counted].map((id) => credentialTitle(id, about)))),
    dated(firstExpiry(person, { index, counted: credit.counted })),
    dated(person.linkedOn),
    dated(person.leftOn),
    ...places.map((name) => written(placeOf(person, name))),
  ]);
  return sheetOf('workbook.sheet.people', columns, { rows, text });
}

type Place = (typeof personPlaceNames)[number];

/** Office and team as they are kept, and the manager by name, or by the sign that is kept where no record has it. */
function placeFinder(people: readonly Person[]): (person: Person, name: Place) => string | undefined {
  const managers = managersById(people);
  const byId = new Map(people.map((one) => [one.id, one]));
  return (person, name) => {
    const manager = name === 'manager' ? byId.get(managers.get(person.id) ?? '') : undefined;
    return manager ? personLabel(manager) : person[name];
  };
}

interface Counted {
  readonly index: ReturnType<typeof indexCredentials>;
  readonly counted: ReadonlySet<string>;
}

/** The first day on which one of the certifications that count expires, of each the latest pass. */
function firstExpiry({ achievements }: Person, { index, counted }: Counted): CalendarDate | undefined {
  const latest = new Map<string, CalendarDate | undefined>();
  for (const achievement of achievements) {
    const credential = index(achievement);
    if (!credential || !counted.has(credential.id)) continue;
    const day = expiryOf(achievement, credential);
    const before = latest.get(credential.id);
    const isFirst = !latest.has(credential.id);
    latest.set(
      credential.id,
      isFirst ? day : before === undefined || day === undefined ? undefined : maxOf(before, day),
    );
  }
  return [...latest.values()].filter((day) => day !== undefined).sort()[0];
}

function maxOf(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one > other ? one : other;
}

function standingSheet(about: About): Sheet {
  const { view, text } = about;
  const rows = view.standing.competencies.map((one) => {
    const { level, progress, points } = goalSnapshot(one);
    return [
      written(competencyName(one.id, about)),
      written(level === undefined ? undefined : levelName(level, about)),
      { share: progress / 100 },
      points === undefined ? undefined : { number: points },
    ];
  });
  return sheetOf('workbook.sheet.standing', { goal: 44, level: 22, progress: 14, points: 12 }, { rows, text });
}

function tasksSheet(about: About): Sheet {
  const { view, text } = about;
  const people = new Map(view.people.map(({ person }) => [person.id, person]));
  const columns = { person: 28, credential: 50, goal: 40, state: 16, due: 14, exam: 14, asked: 14, reason: 40 };
  const rows = view.tasks.map((task) => {
    const { goal, state } = task;
    const person = people.get(task.person);
    return [
      written(person && personLabel(person)),
      written(credentialTitle(task.credential, about)),
      written(goal && levelAt(goal.competency, goal.level, about)),
      written(text.say(isOverdue(task, view.asOf) ? 'task.badge.overdue' : `task.badge.${state.is}`)),
      dated(task.due),
      dated(state.is === 'booked' ? state.on : undefined),
      dated(partnerDayAt(task.askedAt, view.policies)),
      written(state.is === 'declined' ? state.why : undefined),
    ];
  });
  return sheetOf('workbook.sheet.tasks', columns, { rows, text });
}

/** A row for each exam of which a cost is on record or for which a task is open; its fee is missing where none was entered. */
function costsSheet(about: About): Sheet {
  const { view, text } = about;
  const open = view.tasks.filter(isOpenTask).map(({ credential }) => credential);
  const costs = view.costs ?? [];
  const exams = new Set([...costs.map(({ credential }) => credential), ...open]);
  const columns = { 'exam-of': 40, fee: 12, currency: 12, vouchers: 16, wanted: 16, entered: 14 };
  const rows = [...exams].map((exam) => {
    const { fee, vouchers, enteredOn } = examCostFor(costs, exam) ?? {};
    const wanted = open.filter((credential) => credential === exam).length;
    return [
      written(exam === undefined ? text.say('cost.any-exam') : examName(exam, about)),
      fee && { number: Number(decimalOf(fee)) },
      written(fee?.currency),
      vouchers === undefined ? undefined : { number: vouchers },
      exam === undefined ? undefined : { number: wanted },
      dated(enteredOn),
    ];
  });
  return sheetOf('workbook.sheet.costs', columns, { rows, text });
}
