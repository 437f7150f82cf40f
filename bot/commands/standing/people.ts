/** `people`: everyone who is kept, and what each counts for; for admins. */
import { peopleCard } from '../../../cards/standing/people-card';
import type { Question } from '../../../cards/contract/question';
import type { PersonLine } from '../../../cards/contract/view';
import { personLabel } from '../../../domain/partner/person';
import { benchOf, standingOf } from '../../../domain/counting/standing';
import { countingIn } from '../../../domain/counting/gap';
import { findHeard, pageIn, type Command, type Phrases, type Reading } from '../command';
import { tellingWords, without, type Heard } from '../../language/utterance';
import { lookAtFacts, lookAtPartner, type Look } from '../../partner/partner-snapshot';
import { recogniseCompetencies } from '../../recognizers/competency-recognizer';
import { refused } from '../../context/reply';

const hears: Phrases = {
  en: ['people', 'persons', 'employees', 'staff', 'team', 'colleagues', 'everybody', 'everyone', 'who do we have'],
  'zh-CN': ['人员', '员工', '同事', '所有人', '人员列表', '团队'],
  'zh-TW': ['人員', '員工', '同仁', '人員清單', '團隊'],
  'ru-RU': ['сотрудники', 'сотрудников', 'люди', 'людей', 'персонал', 'коллеги', 'команда'],
  'pt-BR': ['pessoas', 'funcionários', 'colaboradores', 'equipe', 'time', 'colegas'],
};

/** Who counts for a competency is told by its own card, so that question is left to it. */
function parse(heard: Heard, { vocabulary }: Reading): Question | undefined {
  const span = findHeard(heard, hears);
  if (!span) return undefined;
  const rest = without(heard, span);
  const { competencies } = recogniseCompetencies(rest, vocabulary);
  if (tellingWords(rest).length > 0 && competencies.length > 0) return undefined;
  const page = pageIn(rest);
  return { ask: 'people', ...(page !== undefined && { page }) };
}

/**
 * Everyone in the order of the alphabet of the reader's language, those without a name last, with the competencies that
 * each counts for.
 */
export function linesFor(look: Look, locale: string): readonly PersonLine[] {
  const { programme, facts, asOf } = look;
  const counting = standingOf(programme, facts, asOf).competencies.map((one) => ({
    id: one.id,
    people: countingIn(one),
  }));
  const { compare } = new Intl.Collator(locale);
  return benchOf(programme, facts, asOf)
    .credits.map((credit) => ({
      person: credit.person,
      credit,
      countsFor: counting.filter(({ people }) => people.has(credit.person.id)).map(({ id }) => id),
    }))
    .sort(({ person: one }, { person: other }) => {
      const nameless = Number(one.name === '') - Number(other.name === '');
      return nameless || compare(personLabel(one), personLabel(other)) || compare(one.id, other.id);
    });
}

/** `people [page n]`. */
export const people: Command<'people'> = {
  name: 'people',
  hears,
  isForAdmins: true,
  parse,
  async answer({ page = 1 }, ask, world) {
    const text = world.text(ask.locale);
    const { isAdmin } = await lookAtPartner(ask, world);
    if (!isAdmin) return refused({ code: 'admins-only' }, text);
    if (ask.scope !== 'personal') return refused({ code: 'only-in-private' }, text);
    const look = await lookAtFacts(ask, world);
    const view = { ...look.setting, asOf: look.asOf, people: linesFor(look, ask.locale), page };
    return { name: 'people', card: peopleCard(view, text) };
  },
};
