/** The overview: where the partner stands in every competency, what is missing for the next level, and which is nearest. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import type { StandingTrend } from '../../domain/history/standing-difference';
import type { Standing } from '../../domain/counting/standing';
import type { LevelStanding, ClauseCount } from '../../domain/counting/level-standing';
import { fold, linkedNames, noticeBox, slimRow, tapRow } from '../elements/blocks';
import { button, card, heading, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { riskBadge, toneOfRisks } from '../sections/risk-tone';
import { bringInLines } from '../sections/bring-in';
import { bytesOf, mostBytes } from '../elements/size-limit';
import { foldedFooter, footer } from '../sections/footer';
import { escapeMarkdown } from '../elements/escaped-text';
import { nextLevel } from '../sections/next-level';
import { pageOf, turning, type Page } from '../elements/page';
import { trendLines } from '../sections/trend-lines';
import {
  competencyOpening,
  competencyRow,
  missingLine,
  overrideLine,
  type CompetencyRow,
} from '../sections/competency-row';
import type { Key, Text } from '../text';
import { totalWords } from '../words/points';
import { countWords, heldWords, nothingWords } from '../words/risk';
import { competencyName, levelName, type Wording, programmeName } from '../words/wording';
import type { CardSetting } from '../contract/view';
import type { OwnState, RiskCounts } from '../../domain/membership/risk-count';

export interface OverviewView extends CardSetting {
  /** In numbers only, as it is kept. */
  readonly standing: Standing<ClauseCount>;
  /** What is at risk by the renewal; absent where there is nothing to renew. */
  readonly risks?: RiskCounts;
  /** How it was a month ago, where an earlier day is kept. */
  readonly trend?: StandingTrend;
  readonly page: number;
  /** How many achievements are kept that this programme does not name; with `achievements` the base for saying so. */
  readonly unnamedAchievements: number;
  readonly achievements: number;
}

/** All on one page if they fit, for an overview is worth most when nothing has to be turned. */
const smallestPage = 6;
const pageSizes = [24, 12, smallestPage];
const longestName = 80;

/** The answer to "where do we stand": a page of all competencies, the highest levels and then the nearest ones first. */
export function overviewCard(view: OverviewView, text: Text): Card {
  const { partner, programme } = view;
  const wording = { text, programme };
  const names = [partner.name, programmeName(programme, text)].filter((name) => name !== '');
  const above = note(names.map((name) => escapeMarkdown(name, longestName)).join(' · '));
  if (!view.newestImport) return emptyCard(view, text, above);
  return standingCard(view, wording, { above, pageSize: pageSizeFor(view, wording, above) });
}

/** The largest page size at which every page stays under the size limit, so that paging leaves nothing out. */
function pageSizeFor(view: OverviewView, wording: Wording, above: CardElement): number {
  const count = view.standing.competencies.length;
  const fits = (pageSize: number) =>
    Array.from({ length: Math.ceil(count / pageSize) }, (_, index) => ({ ...view, page: index + 1 })).every(
      (page) => bytesOf(standingCard(page, wording, { above, pageSize })) <= mostBytes,
    );
  return pageSizes.find(fits) ?? smallestPage;
}

function heldOf({ standing: { competencies } }: OverviewView): { readonly held: number; readonly of: number } {
  return { held: competencies.filter(({ level }) => level !== undefined).length, of: competencies.length };
}

/** Whom the answer is about: the company, or its programme while the company has no name yet. */
function subjectOf({ partner, programme }: OverviewView, text: Text): string {
  return partner.name || programmeName(programme, text);
}

/** What is said while there is nothing to count. */
function emptyCard(view: OverviewView, text: Text, above: CardElement): Card {
  const answer = text.say('overview.no-data');
  return card({
    text,
    speak: text.say('overview.speak', { partner: subjectOf(view, text), levels: answer }),
    body: [above, title(answer), ...bringInLines(text), ...footer({ ...view, asOf: view.standing.asOf }, text)],
    actions: [button({ ask: 'help' }, text.say('button.help'))],
  });
}

interface Layout {
  readonly above: CardElement;
  readonly pageSize: number;
}

function standingCard(view: OverviewView, wording: Wording, { above, pageSize }: Layout): Card {
  const { text } = wording;
  const rows = rowsOf(view);
  const shown = pageOf(rows, view.page, pageSize);
  return card({
    text,
    speak: spoken(view, rows, wording),
    body: [
      above,
      title(levelCounts(view, wording).join(' · ')),
      ...riskBox(view, text),
      ...(shown.number === 1 ? trendLines(view.trend, heldOf(view), text) : []),
      ...(shown.number === 1 ? ownRows(view, wording) : []),
      ...noneNamed(view, text),
      ...rowGroups(shown, { ...wording, mostClosest: closestShown(view) }),
      ...(shown.pages > 1 ? [note(text.say('page.number', { page: shown.number, pages: shown.pages }))] : []),
      ...lastLines(view, text),
    ],
    actions: actionsOf(view, shown, wording),
  });
}

/** On a phone there is room for one less where specializations stand above them. */
function closestShown({ risks }: OverviewView): number {
  return (risks?.own ?? []).length > 0 ? 2 : 3;
}

/** What is closest, what has nothing more to reach, and the rest folded by level. */
function rowGroups(
  { items, pages }: Page<CompetencyRow>,
  { mostClosest, ...wording }: Wording & { readonly mostClosest: number },
): readonly CardElement[] {
  const { text, programme } = wording;
  const closest = pages > 1 ? [] : nearestOf(items).slice(0, mostClosest);
  const others = items.filter((row) => !closest.includes(row));
  const ahead = others.filter(({ next }) => next);
  const done = others.filter(({ next }) => !next);
  const levels = [...programme.levels.map(({ id }) => id).reverse(), undefined];
  const ofLevel = (rows: readonly CompetencyRow[]) =>
    levels
      .map((level) => ({ level, rows: rows.filter(({ standing }) => standing.level === level) }))
      .filter(({ rows: some }) => some.length > 0);
  return [
    ...(closest.length > 0 ? [heading(text.say('overview.closest'), { spacing: 'Medium' })] : []),
    ...closest.map((row) => competencyRow(row, wording)),
    ...ofLevel(done).map((group, index) => doneLine(group, index === 0, wording)),
    ...ofLevel(ahead).flatMap((group) => {
      const isRest = [...closest, ...done].some(({ standing }) => standing.level === group.level);
      return aheadFold(group, { ...wording, isOpen: pages > 1, isRest });
    }),
  ];
}

interface LevelGroup {
  readonly level: string | undefined;
  readonly rows: readonly CompetencyRow[];
}

/** The specializations in which the company is enrolled stand apart, because each has a renewal of its own. */
function ownRows({ risks, standing }: OverviewView, wording: Wording): readonly CardElement[] {
  const { text } = wording;
  const { own = [] } = risks ?? {};
  if (own.length === 0) return [];
  const words = ({ goal, anniversary }: OwnState) =>
    text.say('overview.own-day', { goal: competencyName(goal, wording), anniversary: text.date(anniversary) });
  const isThreatened = ({ code }: OwnState) => code !== undefined && code !== 'reached' && code !== 'thin';
  const safe = own.filter((one) => !isThreatened(one));
  return [
    ...own.filter(isThreatened).map((one) => threatenedRow(one, standing, { ...wording, name: words(one) })),
    ...(safe.length === 0
      ? []
      : [
          linkedNames(
            safe.map((one) => ({ words: words(one), open: competencyOpening(one.goal, wording).question })),
            text.say('overview.own'),
            { spacing: 'Medium' },
          ),
        ]),
  ];
}

/** One that is in danger: how, since or until when, and what is missing today. */
function threatenedRow(
  { goal, level, code, lapsesOn }: OwnState,
  standing: OverviewView['standing'],
  { name, ...wording }: Wording & { readonly name: string },
): CardElement {
  const { text, programme } = wording;
  const found = standing.competencies.find(({ id }) => id === goal);
  const next = found && nextLevel(found, programme);
  const key = code === 'lost' ? 'risk.lost-since' : 'risk.lapses';
  const told =
    lapsesOn === undefined
      ? []
      : [line(text.say(key, { level: levelName(level, wording), date: text.date(lapsesOn) }), {}, { spacing: 'None' })];
  return tapRow({
    name,
    badge: riskBadge({ code: code!, count: 0 }, text),
    below: [...told, ...(next ? [note(missingLine(next, wording), { spacing: 'None' })] : [])],
    open: competencyOpening(goal, wording),
  });
}

function rowsOf({ standing, programme, risks }: OverviewView): readonly CompetencyRow[] {
  const apart = new Set(risks?.own?.map(({ goal }) => goal));
  const rank = ({ standing: { level } }: CompetencyRow) => programme.levels.findIndex(({ id }) => id === level);
  const progress = ({ next }: CompetencyRow) => next?.progress ?? 1;
  return standing.competencies
    .filter(({ id }) => !apart.has(id))
    .map((one): CompetencyRow => {
      const next = nextLevel(one, programme);
      return { standing: one, ...(next && { next }) };
    })
    .sort((one, other) => rank(other) - rank(one) || progress(other) - progress(one));
}

/** How many competencies hold which level, the highest first. */
function levelCounts({ standing: { competencies }, programme }: OverviewView, wording: Wording): readonly string[] {
  const { text } = wording;
  const held = [...programme.levels].reverse().flatMap(({ id }) => {
    const count = competencies.filter(({ level }) => level === id).length;
    return count > 0 ? [text.say('overview.count', { count, level: levelName(id, wording) })] : [];
  });
  const rest = competencies.filter(({ level }) => level === undefined).length;
  if (held.length === 0) return [text.say('level.none-of-all')];
  return rest > 0 ? [...held, text.say('overview.rest', { count: rest })] : held;
}

function spoken(view: OverviewView, rows: readonly CompetencyRow[], wording: Wording): string {
  const { text } = wording;
  const said = text.say('overview.speak', {
    partner: subjectOf(view, text),
    levels: text.list(levelCounts(view, wording)),
  });
  const [nearest] = nearestOf(rows);
  return nearest?.next ? text.sentences([said, nearestWords(nearest.standing.id, nearest.next, wording)]) : said;
}

function nearestWords(
  competency: string,
  { progress, level }: Pick<LevelStanding, 'progress' | 'level'>,
  wording: Wording,
): string {
  const { text } = wording;
  return text.say('overview.nearest', {
    competency: competencyName(competency, wording),
    percent: text.percent(progress),
    level: levelName(level, wording),
  });
}

/** Those with a next level that has begun, the nearest first. */
function nearestOf(rows: readonly CompetencyRow[]): readonly CompetencyRow[] {
  return rows
    .filter(({ next }) => next && next.progress > 0)
    .sort((one, other) => other.next!.progress - one.next!.progress);
}

const riskKeys: Partial<Record<RiskCounts['because'], Key>> = {
  window: 'overview.risk-window',
  ended: 'overview.risk-end',
};

/** Touching it tells more. Without a renewal ahead only what there is to say is said. */
function riskBox({ risks, programme }: OverviewView, text: Text): readonly CardElement[] {
  if (!risks) return [];
  const { until, because, counts, nothing } = risks;
  const { reached, ...inDanger } = counts;
  const [words, safe] = [countWords(inDanger, text), countWords({ reached }, text)];
  if (until === undefined && words === '' && safe === '' && !nothing) return [];
  const told = nothing && nothingWords(nothing, until, { text, programme });
  const day =
    until === undefined
      ? text.say('overview.risk-year')
      : text.say(riskKeys[because] ?? 'overview.risk', { date: text.date(until) });
  return [
    noticeBox({
      tone: toneOfRisks((code) => (counts[code] ?? 0) > 0, nothing !== undefined),
      heading: told ?? (words || text.say('overview.no-risk')),
      below: [
        ...(told && words ? [words] : []),
        ...(isOnlyOwn(risks) ? [] : [day]),
        ...(safe === '' ? [] : [safe]),
      ].map((one) => line(one, { size: 'Small' }, { spacing: 'None' })),
      open: { question: { ask: 'risk' }, title: text.say('button.risk') },
    }),
  ];
}

/** Whether all that is in danger is renewed on days of its own, which its rows tell. */
function isOnlyOwn({ counts, own = [], nothing }: RiskCounts): boolean {
  const inDanger = counts.lost + counts.lapses + counts.override + counts.thin;
  const apart = own.filter(({ code }) => code !== undefined && code !== 'reached').length;
  return !nothing && inDanger > 0 && apart === inDanger;
}

/** Said first, because the levels below it are then empty for a reason that is not the partner's. */
function noneNamed({ achievements: count, unnamedAchievements }: OverviewView, text: Text): readonly CardElement[] {
  if (count === 0 || unnamedAchievements < count) return [];
  return [line(text.say('overview.unnamed.all', { count }), { weight: 'Bolder' })];
}

/** A programme that has ended is said in the open. */
function lastLines(view: OverviewView, text: Text): readonly CardElement[] {
  const footing = { ...view, asOf: view.standing.asOf };
  const unnamed = someUnnamed(view, text);
  return unnamed.length === 0 || view.standing.ended
    ? [...footer(footing, text), ...unnamed]
    : foldedFooter(footing, unnamed, text);
}

function someUnnamed(
  { achievements: count, unnamedAchievements: unnamed }: OverviewView,
  text: Text,
): readonly CardElement[] {
  return unnamed > 0 && unnamed < count
    ? [note(text.say('overview.unnamed.some', { unnamed, count }), { spacing: 'None' })]
    : [];
}

/** Those that have nothing more to reach: one line of names, each of which opens what it names. */
function doneLine({ rows, level }: LevelGroup, isFirst: boolean, wording: Wording): CardElement {
  const { text } = wording;
  const names = rows.map(({ standing: { id, override } }) => {
    const name = competencyName(id, wording);
    const words =
      level !== undefined && override
        ? text.say('sentence.of', { subject: name, sentence: heldWords(level, override, wording) })
        : name;
    return { words, open: competencyOpening(id, wording).question };
  });
  const place = isFirst ? ({ separator: true, spacing: 'Medium' } as const) : ({ spacing: 'None' } as const);
  return linkedNames(names, text.say('overview.done', { level: groupName(level, wording) }), place);
}

function groupName(level: string | undefined, wording: Wording): string {
  return level === undefined ? wording.text.say('level.none') : levelName(level, wording);
}

/** Those with a level ahead, folded under the level that they hold; on a page of many they stand open. */
function aheadFold(
  { rows, level }: LevelGroup,
  about: Wording & { readonly isOpen: boolean; readonly isRest: boolean },
): readonly CardElement[] {
  const words = about.text.say(about.isRest ? 'overview.ahead' : 'overview.all', {
    level: groupName(level, about),
    count: rows.length,
  });
  const items = rows.map((row) => aheadRow(row, about));
  return about.isOpen ? [heading(words), ...items] : fold({ id: `ahead-${level ?? 'none'}`, heading: words, items });
}

function aheadRow({ standing: { id, level, override }, next }: CompetencyRow, wording: Wording): CardElement {
  const { text } = wording;
  const reached = next!.score ? totalWords(next!.score, wording) : text.percent(next!.progress);
  const words = text.say('overview.row', { reached, missing: missingLine(next!, wording) });
  return slimRow(
    competencyName(id, wording),
    [...overrideLine(level, override, wording), note(words, { spacing: 'None' })],
    competencyOpening(id, wording),
  );
}

/** The next thing to do is the plan; what is in danger opens from its box and a competency from its row. */
function actionsOf(
  { seesNames }: OverviewView,
  shown: Page<CompetencyRow>,
  { text }: Wording,
): readonly IExecuteAction[] {
  return [
    button({ ask: 'plan' }, text.say('button.plan'), { style: 'positive' }),
    ...turning(shown, (page) => ({ ask: 'progress', page }), text),
    ...(seesNames ? [button({ ask: 'people' }, text.say('button.people'))] : []),
    button({ ask: 'help' }, text.say('button.help')),
  ];
}
