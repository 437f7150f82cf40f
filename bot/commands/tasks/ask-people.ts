/** `ask the people [for <competency> [level]]`, `ask <person> to take <credential>`: asks the people of a plan, or one for one thing, after a preview of who is asked for what until when. */
import { z } from 'zod/v4';
import { askingCard } from '../../../cards/tasks/asking-card';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { competencyOf } from '../../../domain/programme/programme';
import { refused, type Reply } from '../../context/reply';
import type { ReadingServices } from '../../context/app-services';
import type { TurnRequest } from '../../context/turn-request';
import { withoutPhrase, type Phrases, type RecognitionContext } from '../../language-understanding/phrases';
import type { Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot } from '../../partner/partner-snapshot';
import { askWhichCompetency, readCompetencyArgument } from '../../recognizers/competency-argument';
import { recognizeLevel } from '../../recognizers/level-recognizer';
import {
  askPeople,
  planAsking,
  planAskingWhole,
  withoutLeftOut,
  type Asking,
  type AskingSituation,
} from '../../tasks/asking';
import { planAskingOne, planAskingPerson } from '../../tasks/asking-person';
import { hindrancesOf, listTasks, taskSettingOf } from '../../tasks/task-list';
import type { Command } from '../command';
import { refuseUnknownCredential } from '../../recognizers/credential-argument';
import { findPerson } from '../../recognizers/people/person-lookup';
import { day, shortText } from '../payload-fields';

const hears: Phrases = {
  en: [
    'ask the people for',
    'ask the people of the plan',
    'ask the people',
    'ask people for',
    'ask them for',
    'assign the plan for',
    'make tasks for',
    'create tasks for',
  ],
  'zh-CN': ['请求人员', '分配计划', '创建任务'],
  'zh-TW': ['要求人員', '指派計畫', '建立任務'],
  'ru-RU': ['попросить людей', 'попросить сотрудников', 'назначить план', 'создать задачи'],
  'pt-BR': ['pedir às pessoas', 'atribuir o plano', 'criar tarefas'],
};

function parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  const others = withoutPhrase(utterance, hears);
  if (!others) return undefined;
  // Nothing but the words, such as "ask the people": those of the whole plan, as its button does.
  if (others.words.length === 0) return { ask: 'ask-people' };
  const { level, rest } = recognizeLevel(others, reading.vocabulary);
  const make = (competency: string): Question => ({
    ask: 'ask-people',
    competency,
    ...(level !== undefined && { level }),
  });
  return readCompetencyArgument(rest, reading, make) ?? askWhichCompetency('ask-people', reading, make);
}

type AskPeople = Extract<Question, { ask: 'ask-people' }>;

type Found = { readonly asking: Asking; readonly situation: AskingSituation } | Refusal;

/** What is meant, or the refusal where the person, the credential, the goal or its level cannot be found. */
async function askingIn(question: AskPeople, request: TurnRequest, services: ReadingServices): Promise<Found> {
  const snapshot = await loadFactsSnapshot(request, services);
  const situation = { request, snapshot, tasks: await listTasks(request.tenant, services) };
  const { person, credential, competency: id, level } = question;
  if (person !== undefined && credential !== undefined)
    return askingOne({ ...question, person, credential }, situation);
  if (person !== undefined) return askingPerson({ ...question, person }, situation);
  if (id === undefined) return { asking: planAskingWhole(situation), situation };
  const competency = competencyOf(snapshot.programme, id);
  const asking = competency && planAsking(competency, level, situation);
  return asking ? { asking, situation } : { code: 'card-outdated' };
}

/** One person is asked for one credential. */
async function askingOne(
  question: AskPeople & { readonly person: string; readonly credential: string },
  situation: AskingSituation,
): Promise<Found> {
  const { request, snapshot } = situation;
  const unknown = refuseUnknownCredential(question.credential, snapshot.programme, (credential) => ({
    ...question,
    credential,
  }));
  if (unknown) return unknown;
  const found = await findPerson(question.person, { request, snapshot, make: (person) => ({ ...question, person }) });
  if ('refusal' in found) return found.refusal;
  const credential = snapshot.programme.credentials.find(({ id }) => id === question.credential)!;
  const { until } = question;
  return {
    asking: planAskingOne({ ...found, credential, ...(until !== undefined && { until }) }, situation),
    situation,
  };
}

/** One person is asked for what brings a goal nearer. */
async function askingPerson(
  question: AskPeople & { readonly person: string },
  situation: AskingSituation,
): Promise<Found> {
  const { request, snapshot } = situation;
  const { competency, level } = question;
  const found = await findPerson(question.person, { request, snapshot, make: (person) => ({ ...question, person }) });
  if ('refusal' in found) return found.refusal;
  const about = { ...(competency !== undefined && { competency }), ...(level !== undefined && { level }) };
  return { asking: planAskingPerson(found.person, about, situation), situation };
}

interface Shown {
  readonly situation: AskingSituation;
  readonly services: ReadingServices;
  /** Absent after the people were asked. */
  readonly plan?: string;
  readonly isChanged?: boolean;
}

async function shown(asking: Asking, { situation, services, plan, isChanged }: Shown): Promise<Reply> {
  const { request, snapshot } = situation;
  const setting = taskSettingOf(snapshot);
  const tasks = asking.wanted.map(({ task }) => task);
  const hindrances = await hindrancesOf(tasks, setting.people, { request, services });
  const { goal, only, of, wanted, falling } = asking;
  const more = { ...(plan !== undefined && { plan }), ...(isChanged && { isChanged }) };
  const about = { ...(goal && { goal }), ...(only && { only }), ...(of && { of }), wanted, falling, hindrances };
  const card = askingCard({ ...setting, ...about, ...more }, services.text(request.locale));
  return { name: plan === undefined ? 'ask-people' : 'ask-people-wanted', card };
}

/** Places in a plan as a field sends them: numbers joined by commas. */
const places = z.string().max(1_000).optional();

/** `ask the people for <competency> [level]`, `ask <person> to take <credential> [by <day>]`. */
export const askPeopleCommand: Command<'ask-people'> = {
  name: 'ask-people',
  phrases: hears,
  order: 54,
  isCostly: true,
  access: { role: 'admin', scope: 'private' },
  payload: z.object({
    competency: shortText.optional(),
    level: shortText.optional(),
    person: shortText.optional(),
    credential: shortText.optional(),
    until: day.optional(),
    plan: shortText.optional(),
    shown: z.number().int().nonnegative().optional(),
    leftOut: places,
    standInsLeftOut: places,
  }),
  parse,
  previews: () => true,
  async answer(question, request, services) {
    const found = await askingIn(question, request, services);
    if ('code' in found) return refused(found, services.text(request.locale));
    return shown(found.asking, { ...found, services, plan: found.asking.plan });
  },
  async press(question, request, services) {
    if (question.plan === undefined) return askPeopleCommand.answer(question, request, services);
    const found = await askingIn(question, request, services);
    if ('code' in found) return refused(found, services.text(request.locale));
    const { asking, situation } = found;
    if (asking.plan !== question.plan)
      return shown(asking, { situation, services, plan: asking.plan, isChanged: true });
    const chosen = withoutLeftOut(asking, question);
    await askPeople(chosen, situation, services);
    return shown(chosen, { situation, services });
  },
};
