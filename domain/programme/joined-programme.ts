/** A joined programme is several programmes that a partner follows at once, as one: nothing else has to know that they are several. */
import { goalKindOf, type Competency, type GoalKind, type Level, type Programme } from './programme';
import { locales, type LocalizedName } from '../basics/locale';

/** Between the ids of programmes that are followed together; no id contains it. */
const sign = '+';

/** What a partner keeps that follows these programmes. */
export function joinedId(ids: readonly string[]): string {
  return ids.join(sign);
}

/** Returns the ids of the programmes that a joined id consists of. */
export function programmeIdsIn(joined: string): readonly string[] {
  return joined.split(sign);
}

/** The programmes that are loaded, which also answers for those that are followed together; each is made once. */
export class ProgrammeSet extends Map<string, Programme> {
  readonly #joined = new Map<string, Programme>();

  override get(id: string): Programme | undefined {
    const own = super.get(id);
    if (own || !id.includes(sign)) return own;
    const parts = programmeIdsIn(id).flatMap((one) => super.get(one) ?? []);
    if (parts.length !== programmeIdsIn(id).length) return undefined;
    const made = this.#joined.get(id) ?? joined(parts);
    this.#joined.set(id, made);
    return made;
  }
}

/**
 * The programmes as one, in their order: all levels, credentials and competencies, judged under the policies of the first.
 * A credential that several define is that of the first; a competency whose id is taken keeps the id of its programme
 * behind it. It has ended when all have.
 */
export function joined(programmes: readonly Programme[]): Programme {
  const [first] = programmes as readonly [Programme, ...Programme[]];
  const ends = programmes.map(({ effectiveTo }) => effectiveTo);
  return {
    id: joinedId(programmes.map(({ id }) => id)),
    names: namesOf(programmes),
    edition: programmes.map(({ edition }) => edition).join(' · '),
    effectiveFrom: programmes.map(({ effectiveFrom }) => effectiveFrom).sort()[0]!,
    ...(!ends.includes(undefined) && { effectiveTo: ends.sort().at(-1)! }),
    goals: goalsOf(programmes),
    levels: unique(programmes.flatMap(levelsOf)),
    policies: first.policies,
    associations: Object.assign(
      {},
      ...[...programmes].reverse().map((one) => one.associations),
    ) as Programme['associations'],
    metrics: unique(programmes.flatMap(({ metrics }) => metrics)),
    scoreMetrics: unique(programmes.flatMap(({ scoreMetrics = [] }) => scoreMetrics)),
    credentials: unique(programmes.flatMap(({ credentials }) => credentials)),
    listed: unique(programmes.flatMap(({ listed = [] }) => listed)),
    benefits: programmes.flatMap(({ benefits = [] }) => benefits),
    ...lastChecked(programmes),
    competencies: programmes.flatMap((programme, at) => competenciesOf(programme, programmes.slice(0, at))),
  };
}

/** The oldest day among the programmes that go on, or among all where none does. */
function lastChecked(programmes: readonly Programme[]): Pick<Programme, 'checkedOn'> {
  const goingOn = programmes.filter(({ effectiveTo }) => effectiveTo === undefined);
  const days = (goingOn.length > 0 ? goingOn : programmes).map(({ checkedOn }) => checkedOn);
  const [oldest] = days.includes(undefined) ? [] : days.sort();
  return oldest === undefined ? {} : { checkedOn: oldest };
}

function namesOf(programmes: readonly Programme[]): LocalizedName {
  const together = (name: (names: LocalizedName) => string) => programmes.map(({ names }) => name(names)).join(' + ');
  const others = locales.map((locale) => [locale, together((names) => names[locale] ?? names.en)]);
  return { ...(Object.fromEntries(others) as LocalizedName), en: together(({ en }) => en) };
}

/** The name that they have in common, else the one for several. */
function goalsOf(programmes: readonly Programme[]): GoalKind {
  const [first, ...others] = new Set(programmes.map(goalKindOf));
  return first !== undefined && others.length === 0 ? first : 'several';
}

/** A level is above or below those of its own programme only. */
function levelsOf({ id, levels, effectiveTo }: Programme): readonly Level[] {
  return levels.map((level) => ({ ...level, ladder: id, ...(effectiveTo !== undefined && { effectiveTo }) }));
}

function unique<T extends { readonly id: string }>(entries: readonly T[]): readonly T[] {
  return entries.filter(({ id }, index) => entries.findIndex((one) => one.id === id) === index);
}

function competenciesOf(programme: Programme, before: readonly Programme[]): readonly Competency[] {
  const taken = new Set(before.flatMap(({ competencies }) => competencies.map(({ id }) => id)));
  const { effectiveTo } = programme;
  return programme.competencies.map((one) => ({
    ...one,
    ...(taken.has(one.id) && { id: `${one.id}-${programme.id}` }),
    kind: goalKindOf(programme),
    ...(effectiveTo !== undefined && { effectiveTo }),
  }));
}
