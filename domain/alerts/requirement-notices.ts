/** Notices about rules of a held competency that change. */
import { addDays, type CalendarDate } from '../basics/date';
import { standingOf, type CompetencyStanding } from '../counting/standing';
import { displayedLevels } from '../membership/displayed-level';
import type { ShownLevel } from '../membership/risk';
import { requirementInForce, type Competency } from '../programme/programme';
import { noticeKey, type Notice } from './notice';
import { newsDays, type NoticeFacts } from './notice-facts';

/** One for each held competency and day on which a rule of it changes, half a year before. */
export function requirementNotices(known: NoticeFacts, today: CalendarDate): readonly Notice[] {
  const { programme, partner, facts } = known;
  const last = addDays(today, newsDays.requirementChange);
  const ahead = programme.competencies
    .map((competency) => ({ competency, days: ruleDays(competency).filter((day) => day > today && day <= last) }))
    .filter(({ days }) => days.length > 0);
  if (ahead.length === 0) return [];
  const shown = displayedLevels(partner, { programme, facts, today });
  const now = standingOf(programme, facts, today).competencies;
  return ahead.flatMap(({ competency, days }) => {
    const standing = now.find(({ id }) => id === competency.id)!;
    return isHeld(standing, shown) ? days.flatMap((on) => requirementNotice(competency, on, known)) : [];
  });
}

function isHeld({ id, level }: CompetencyStanding, shown: readonly ShownLevel[]): boolean {
  return level !== undefined || shown.some(({ competency }) => competency === id);
}

function requirementNotice(
  competency: Competency,
  on: CalendarDate,
  { programme, facts }: NoticeFacts,
): readonly Notice[] {
  const before = addDays(on, -1);
  const changed = programme.levels.filter(({ id }) =>
    competency.options.some((option) => requirementInForce(option, id, before) !== requirementInForce(option, id, on)),
  );
  if (changed.length === 0) return [];
  const [then] = standingOf({ ...programme, competencies: [competency] }, facts, on).competencies;
  const isMet = (level: string) =>
    then!.options.some(({ levels }) => levels.some((one) => one.level === level && one.met));
  const levels = changed.map(({ id }) => ({ level: id, met: isMet(id) }));
  return [
    {
      key: noticeKey('requirement-change', competency.id, on),
      severity: levels.every(({ met }) => met) ? 'note' : 'warning',
      audience: 'admins',
      reason: { rule: 'requirement-change', competency: competency.id, on, levels },
    },
  ];
}

/** The days on which a rule of the competency begins, or the one after a rule has ended. */
export function ruleDays({ options }: Competency): readonly CalendarDate[] {
  const days = options.flatMap(({ requirements }) =>
    requirements.flatMap(({ effectiveFrom, effectiveTo }) => [effectiveFrom, effectiveTo && addDays(effectiveTo, 1)]),
  );
  return [...new Set(days.filter((day) => day !== undefined))].sort();
}
