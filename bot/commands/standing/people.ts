/** `people`: everyone who is kept, and what each counts for; for admins. */
import { z } from 'zod/v4';
import { peopleCard, type PersonLine } from '../../../cards/standing/people-card';
import { peopleOrders, peopleShown, type Question } from '../../../cards/contract/question';
import { personLabel } from '../../../domain/partner/people/person';
import { standingOf } from '../../../domain/counting/standing';
import { creditPeople } from '../../../domain/counting/kept-credits';
import { countingIn } from '../../../domain/counting/gap';
import { findPhraseOf, pageIn, type Phrases, type RecognitionContext } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { pageNumber, typed } from '../payload-fields';
import { tellingWords, without, type Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot, type LoadedFacts } from '../../partner/partner-snapshot';
import { recognizeCompetencies } from '../../recognizers/competency-recognizer';
import { findPlace, recognizePlace } from '../../recognizers/place-recognizer';

const hears: Phrases = {
  en: ['people', 'persons', 'employees', 'staff', 'team', 'colleagues', 'everybody', 'everyone', 'who do we have'],
  'zh-CN': ['人员', '员工', '同事', '所有人', '人员列表', '团队'],
  'zh-TW': ['人員', '員工', '同仁', '人員清單', '團隊'],
  'ru-RU': ['сотрудники', 'сотрудников', 'люди', 'людей', 'персонал', 'коллеги', 'команда'],
  'pt-BR': ['pessoas', 'funcionários', 'colaboradores', 'equipe', 'time', 'colegas'],
};

/** Who counts for a competency is told by its own card, so that question is left to it. */
function parse(utterance: Utterance, { vocabulary }: RecognitionContext): Question | undefined {
  const span = findPhraseOf(utterance, hears);
  if (!span) return undefined;
  const rest = without(utterance, span);
  const place = recognizePlace(utterance, hears);
  if (place?.team !== undefined) return { ask: 'people', ...place };
  const { competencies } = recognizeCompetencies(rest, vocabulary);
  if (tellingWords(rest).length > 0 && competencies.length > 0) return undefined;
  return { ask: 'people', ...place, ...pageIn(rest) };
}

/**
 * Everyone in the order of the alphabet of the reader's language, those without a name last, with the competencies that
 * each counts for.
 */
export function linesFor(snapshot: LoadedFacts, locale: string): readonly PersonLine[] {
  const { programme, facts, asOf } = snapshot;
  const counting = standingOf(programme, facts, asOf).competencies.map((one) => ({
    id: one.id,
    people: countingIn(one),
  }));
  const { compare } = new Intl.Collator(locale);
  return creditPeople(programme, facts, asOf)
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

/** `people [page n]`, `people in <office>`, `people of team <team>`. */
export const people: Command<'people'> = {
  name: 'people',
  phrases: hears,
  order: 180,
  access: { role: 'admin', scope: 'private' },
  audited: 'people-read',
  payload: z.object({
    page: pageNumber,
    find: typed,
    show: z.enum(peopleShown).optional().catch(undefined),
    order: z.enum(peopleOrders).optional().catch(undefined),
    office: typed,
    team: typed,
  }),
  parse,
  async answer({ page = 1, ask: _, office, team, ...wanted }, request, services) {
    const text = services.text(request.locale);
    const snapshot = await loadFactsSnapshot(request, services);
    const view = {
      ...snapshot.setting,
      asOf: snapshot.asOf,
      people: linesFor(snapshot, request.locale),
      page,
      ...wanted,
      ...findPlace(snapshot.facts.people, {
        ...(office !== undefined && { office }),
        ...(team !== undefined && { team }),
      }),
    };
    return { name: 'people', card: peopleCard(view, text) };
  },
};
