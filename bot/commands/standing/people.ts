/** `people`: everyone who is kept, and what each counts for; for admins. */
import { z } from 'zod/v4';
import { peopleCard, type PersonLine } from '../../../cards/standing/people-card';
import { peopleOrders, peopleShown, type Question } from '../../../cards/contract/question';
import { competencyOf } from '../../../domain/programme/programme';
import { personLabel } from '../../../domain/partner/people/person';
import { standingOf } from '../../../domain/counting/standing';
import { creditPeople } from '../../../domain/counting/kept-credits';
import { countingIn } from '../../../domain/counting/gap';
import {
  findPhraseOf,
  pageIn,
  withoutPhrase,
  type Phrases,
  type RecognitionContext,
} from '../../language-understanding/phrases';
import type { Vocabulary } from '../../language-understanding/vocabulary';
import { refused } from '../../context/reply';
import { why } from './why';
import { type Command } from '../command';
import { calendarDay, pageNumber, typed } from '../payload-fields';
import { tellingWords, without, type Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot, type LoadedFacts } from '../../partner/partner-snapshot';
import { namedInFull, recognizeCompetencies } from '../../recognizers/competency-recognizer';
import { speaksOfAnother } from '../../recognizers/people/unnamed-person';
import { peopleGroupIn } from '../../recognizers/people-group';
import { recognizeLevel } from '../../recognizers/level-recognizer';
import { findPlace, recognizePlace } from '../../recognizers/place-recognizer';

const hears: Phrases = {
  en: ['people', 'persons', 'employees', 'staff', 'team', 'colleagues', 'everybody', 'everyone', 'who do we have'],
  'zh-CN': ['人员', '员工', '同事', '所有人', '人员列表', '团队'],
  'zh-TW': ['人員', '員工', '同仁', '人員清單', '團隊'],
  'ru-RU': ['сотрудники', 'сотрудников', 'люди', 'людей', 'персонал', 'коллеги', 'команда'],
  'pt-BR': ['pessoas', 'funcionários', 'colaboradores', 'equipe', 'time', 'colegas'],
};

/** One group of them, also for a competency: which, the whole sentence tells. */
const hearsGroup: Phrases = {
  en: ['who left', 'who has left', 'who counts', 'who is counted', 'who does not count', 'who has nothing'],
  'zh-CN': ['谁离职了', '谁走了', '谁计入', '谁算', '谁没计入', '谁没有计入', '谁一张证都没有'],
  'zh-TW': ['誰離職了', '誰走了', '誰計入', '誰算', '誰沒計入', '誰沒有計入', '誰一張證照都沒有'],
  'ru-RU': ['кто ушел', 'кто уволился', 'кто учитывается', 'кто засчитан', 'кто не учитывается', 'у кого ничего нет'],
  'pt-BR': ['quem saiu', 'quem conta', 'quem não conta', 'quem não tem nada'],
};

/** A competency beside the people is left to its own card, unless it is asked who counts for it. */
function parse(utterance: Utterance, { vocabulary }: RecognitionContext): Question | undefined {
  const group = withoutPhrase(utterance, hearsGroup);
  if (group) return ofGroup(utterance, group, vocabulary);
  const span = findPhraseOf(utterance, hears);
  if (!span) return undefined;
  const rest = without(utterance, span);
  // "My colleague left" tells of one.
  if (shownIn(utterance).show === 'left' && speaksOfAnother(utterance.said)) return undefined;
  const place = recognizePlace(utterance, hears);
  if (place?.team !== undefined) return { ask: 'people', ...place };
  const { competencies } = recognizeCompetencies(rest, vocabulary);
  if (tellingWords(rest).length > 0 && competencies.length > 0) return undefined;
  return { ask: 'people', ...shownIn(utterance), ...place, ...pageIn(rest) };
}

/** The group that the sentence asks for, where beside its words stands nothing but one competency and a level. */
function ofGroup(utterance: Utterance, others: Utterance, vocabulary: Vocabulary): Question | undefined {
  const { competencies, left } = namedInFull(tellingWords(recognizeLevel(others, vocabulary).rest), vocabulary.names);
  if (left.length > 0 || competencies.length > 1) return undefined;
  const [competency] = competencies;
  return { ask: 'people', ...shownIn(utterance), ...(competency !== undefined && { competency }) };
}

function shownIn({ said }: Utterance): Pick<Extract<Question, { ask: 'people' }>, 'show'> {
  const show = peopleGroupIn(said);
  return show ? { show } : {};
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

/** `people [page n]`, `people in <office>`, `people of team <team>`, `people who left`, `who counts for <competency>`. */
export const people: Command<'people'> = {
  name: 'people',
  phrases: hears,
  extraPhrases: hearsGroup,
  order: 180,
  access: { role: 'admin', scope: 'private' },
  // Who counts for a competency is told to everyone; without names where they may not be seen.
  accessTo: ({ competency }) =>
    competency === undefined ? { role: 'admin', scope: 'private' } : { role: 'anyone', scope: 'any' },
  audited: 'people-read',
  payload: z.object({
    page: pageNumber,
    find: typed,
    show: z.enum(peopleShown).optional().catch(undefined),
    since: calendarDay,
    competency: typed,
    order: z.enum(peopleOrders).optional().catch(undefined),
    office: typed,
    team: typed,
  }),
  parse,
  async answer({ page = 1, ask: _, office, team, ...asked }, request, services) {
    const text = services.text(request.locale);
    const snapshot = await loadFactsSnapshot(request, services);
    const { competency } = asked;
    if (competency !== undefined && !competencyOf(snapshot.programme, competency))
      return refused({ code: 'card-outdated' }, text);
    if (competency !== undefined && !snapshot.setting.seesNames)
      return why.answer({ ask: 'why', competency }, request, services);
    const show = asked.show ?? (competency === undefined ? undefined : 'counts');
    const wanted = { ...asked, ...(show && { show }) };
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
