/** Figure notices remind the admins once a month of figures that are outdated, or missing where others of the same option are entered. */
import { addMonths, type CalendarDate } from '../basics/date';
import type { Figure } from '../partner/figure';
import { outdatedFrom } from '../partner/figure-age';
import { metricsAskedBy } from '../programme/asked-metrics';
import { noticeKey, type Notice } from './notice';
import type { NoticeFacts } from './notice-facts';

/** The day of the month on which it is reminded: Partner Center has refreshed its figures by then (designations.md 2.1). */
const reminderDay = 20;

/** The newest reminder day that is not after this day. */
function reminderDayUpTo(day: CalendarDate): CalendarDate {
  const on = `${day.slice(0, 8)}${reminderDay}`;
  return on <= day ? on : `${addMonths(`${day.slice(0, 8)}01`, -1).slice(0, 8)}${reminderDay}`;
}

/** The first reminder day that is not before this day. */
function reminderDayFrom(day: CalendarDate): CalendarDate {
  const on = reminderDayUpTo(day);
  return on === day ? on : addMonths(on, 1);
}

/** A figure that is asked for, and the day from which on it should be entered. */
interface WantedFigure {
  readonly metric: string;
  readonly goal: string;
  readonly from: CalendarDate;
  /** Absent where it was never entered. */
  readonly asOf?: CalendarDate;
}

/**
 * The notice that figures should be entered: at most one, which is another one on the 20th of each month and goes when all of
 * them are entered. Figures of options of which none was ever entered are not asked for.
 */
export function figureNotices(known: NoticeFacts, today: CalendarDate): readonly Notice[] {
  const month = reminderDayUpTo(today);
  const wanted = wantedFigures(known, today).filter(({ from }) => from <= month);
  const goals = new Set(wanted.map(({ goal }) => goal));
  const [goal] = goals;
  if (goal === undefined) return [];
  const dated = wanted.flatMap(({ asOf }) => asOf ?? []).sort();
  const [oldest] = dated;
  const { figuresBy } = known;
  return [
    {
      key: noticeKey('figures-outdated', month),
      severity: 'note',
      audience: 'admins',
      reason: {
        rule: 'figures-outdated',
        outdated: new Set(wanted.filter(({ asOf }) => asOf !== undefined).map(({ metric }) => metric)).size,
        missing: new Set(wanted.filter(({ asOf }) => asOf === undefined).map(({ metric }) => metric)).size,
        ...(oldest !== undefined && { oldest }),
        ...(goals.size === 1 && { competency: goal }),
        ...(figuresBy !== undefined && { enteredBy: figuresBy }),
      },
    },
  ];
}

/** The first day after `today` on which time alone makes another reminder; undefined where none is to come. */
export function nextFigureDay(known: NoticeFacts, today: CalendarDate): CalendarDate | undefined {
  const [first] = wantedFigures(known, today)
    .map(({ from }) => reminderDayFrom(from))
    .sort();
  if (first === undefined) return undefined;
  return first > today ? first : addMonths(reminderDayUpTo(today), 1);
}

/** All figures that some option asks for, of which at least one figure is known, each with the day on which it will be due. */
function wantedFigures({ programme, facts }: NoticeFacts, today: CalendarDate): readonly WantedFigure[] {
  const known = new Map(facts.figures.map((figure) => [figure.metric, figure]));
  return programme.competencies.flatMap((competency) =>
    competency.options.flatMap((option) => {
      const only = { ...competency, options: [option], choice: [] };
      const asked = metricsAskedBy(only, programme, today).map(({ metric }) => metric);
      const entered = asked.flatMap(({ id }) => known.get(id) ?? []);
      const newest = newestDay(entered);
      if (newest === undefined) return [];
      return asked.flatMap((metric): readonly WantedFigure[] => {
        const figure = known.get(metric.id);
        if (!figure) return [{ metric: metric.id, goal: competency.id, from: addMonths(newest, 1) }];
        const from = outdatedFrom(figure, metric, programme);
        return from === undefined ? [] : [{ metric: metric.id, goal: competency.id, from, asOf: figure.asOf }];
      });
    }),
  );
}

function newestDay(figures: readonly Figure[]): CalendarDate | undefined {
  return figures
    .map(({ asOf }) => asOf)
    .sort()
    .at(-1);
}
