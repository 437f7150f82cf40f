/** `programme`: which programmes the partner follows, shown to everybody, changed by admins after a preview. */
import { z } from 'zod/v4';
import { programmeCard, type ProgrammeView } from '../../../cards/standing/programme-card';
import type { Question } from '../../../cards/contract/question';
import { programmeIdsIn, joinedId } from '../../../domain/programme/joined-programme';
import type { Partner } from '../../../domain/partner/partner';
import type { CalendarDate } from '../../../domain/basics/date';
import { hasEnded, type Programme } from '../../../domain/programme/programme';
import type { TurnRequest } from '../../context/turn-request';
import { withoutPhrase, findPhraseOf, type Phrases } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { shortText } from '../payload-fields';
import type { Utterance } from '../../language-understanding/utterance';
import { loadPartnerSnapshot, type PartnerSnapshot } from '../../partner/partner-snapshot';
import { cardSettingOf } from '../../partner/name-visibility';
import { updatePartner } from '../../partner/partner-update';
import { refused, type Reply } from '../../context/reply';
import { namesProgramme, namesProgrammeInstead, recognizeProgramme } from '../../recognizers/programme-recognizer';
import { isEveryday } from '../../language-understanding/everyday-words';
import { normalize } from '../../language-understanding/message-text';
import type { AppServices, ReadingServices } from '../../context/app-services';

const hears: Phrases = {
  en: ['programme', 'programmes', 'program', 'programs', 'follow', 'which programme', 'which rules'],
  'zh-CN': ['合作伙伴计划', '遵循', '哪个计划'],
  'zh-TW': ['合作夥伴計畫', '合作夥伴計劃', '遵循', '哪個計畫'],
  'ru-RU': ['программа', 'программы', 'программу', 'какая программа'],
  'pt-BR': ['programa', 'programas', 'seguir', 'qual programa'],
};

/** All of them together. */
const every: Phrases = {
  en: ['all'],
  'zh-CN': ['全部'],
  'zh-TW': ['全部'],
  'ru-RU': ['все'],
  'pt-BR': ['todos'],
};

/** The two that are in force. */
const both: Phrases = {
  en: ['both'],
  'zh-CN': ['两者', '两个'],
  'zh-TW': ['兩者', '兩個'],
  'ru-RU': ['обе', 'оба'],
  'pt-BR': ['ambos', 'os dois'],
};

const together: Phrases = {
  en: [...both.en, ...every.en],
  'zh-CN': [...both['zh-CN'], ...every['zh-CN']],
  'zh-TW': [...both['zh-TW'], ...every['zh-TW']],
  'ru-RU': [...both['ru-RU'], ...every['ru-RU']],
  'pt-BR': [...both['pt-BR'], ...every['pt-BR']],
};

/** The competencies by the noun that other questions pass over, because it stands for any goal in them. */
const competencies: Phrases = {
  en: ['competencies', 'competency'],
  'zh-CN': ['能力'],
  'zh-TW': ['專長認證'],
  'ru-RU': ['компетенции', 'компетенций'],
  'pt-BR': ['competências'],
};

/** What makes two programmes of "the competencies and the designations". */
const joining = /(?<!\p{L})(?:and|as well as|и|e|plus)(?!\p{L})|[和与與及]|以及/iu;

/** All programmes that are loaded, and those of them that are in force, in place of one. */
const all = '*';
const inForce = 'both';

function parse(utterance: Utterance): Question | undefined {
  const others = withoutPhrase(utterance, hears);
  if (!others) return undefined;
  const isJoined = joining.test(utterance.said) || findPhraseOf(others, together) !== undefined;
  const words = others.words.filter(({ fills }) => !fills).map(({ said }) => said);
  const isAmongWords = words.length > 0 && words.every((word) => namesProgramme(word) || isBesideName(word));
  const isChosen = namesProgrammeInstead(utterance.said) || (isAmongWords && !isJoined);
  const chosen = isChosen ? recognizeProgramme(utterance.said) : undefined;
  if (chosen !== undefined) return { ask: 'programme', programme: chosen };
  const isCompetencies = findPhraseOf(others, competencies) !== undefined;
  const named = isCompetencies && !isJoined ? words.filter((word) => !isBesideName(word)) : words;
  const isBeside = named.length === 1 && isJoined;
  const noun =
    isCompetencies && (named.length === 0 || isBeside) ? ['competencies', ...named].join(' ') : named.join(' ');
  const programme = findPhraseOf(others, every) ? all : findPhraseOf(others, both) ? inForce : noun;
  return { ask: 'programme', ...(programme !== '' && !isAside(programme, utterance.said) && { programme }) };
}

/** A word that people use for something else, or that sets: "back to", `设成`. */
function isBesideName(word: string): boolean {
  return isEveryday(word) || /^[设設切换換改用成到为為回]+$/u.test(word);
}

/** Words of the name of one programme; more are a sentence. */
const longestName = 3;

/** "Which programme are you using", "program info": everyday words that are no part of a programme's name. */
function isAside(named: string, said: string): boolean {
  const words = named.split(' ');
  if (words.length > longestName && !joining.test(said) && recognizeProgramme(said) === undefined) return true;
  if (named === all || named === inForce || namesProgramme(said)) return false;
  return words.every((word) => isEveryday(word) && !/^special/iu.test(word));
}

/** `programme`, `programme <name>`, `programme both`, and the buttons on its card. */
export const programme: Command<'programme'> = {
  name: 'programme',
  phrases: hears,
  order: 140,
  access: { role: 'anyone', scope: 'any' },
  audited: 'settings-changed',
  payload: z.object({
    programme: shortText.optional(),
    from: shortText.optional(),
    isUndo: z.boolean().optional(),
    sample: z.enum(['competencies', 'designations']).optional(),
  }),
  vocabulary: together,
  accessTo: ({ programme: named, sample }) => ({
    role: named === undefined && sample === undefined ? 'anyone' : 'admin',
    scope: 'any',
  }),
  parse,
  previews: ({ programme: named }) => named !== undefined,
  async answer({ programme: named }, request, services) {
    const snapshot = await loadPartnerSnapshot(request, services);
    const wanted = named === undefined ? undefined : meantBy(named, { ...services, today: snapshot.asOf });
    const isNew = wanted && wanted.id !== snapshot.programme.id;
    return replyOf({ request, services, snapshot }, isNew ? { wanted } : {});
  },
  async press(question, request, services) {
    const { programme: named, from, isUndo = false, sample } = question;
    if (sample !== undefined) return sampled(sample, request, services);
    const { asOf: today } = await loadPartnerSnapshot(request, services);
    const wanted = named === undefined ? undefined : meantBy(named, { ...services, today });
    if (!wanted || from === undefined) return programme.answer(question, request, services);
    return recorded(wanted, { from, isUndo }, { request, services });
  },
};

/** Puts the other sample of the local world in the place of the one that is there, and says what is followed then. */
async function sampled(
  sample: NonNullable<Extract<Question, { ask: 'programme' }>['sample']>,
  { partnerReads: _, ...request }: TurnRequest,
  services: AppServices,
): Promise<Reply> {
  const { local } = services;
  if (!local) return refused({ code: 'card-outdated' }, services.text(request.locale));
  const before = await loadPartnerSnapshot(request, services);
  if (!(await local.switchSample(sample))) return refused({ code: 'own-data' }, services.text(request.locale));
  // The clock has moved with the sample.
  const { isClockMoved: __, ...others } = request;
  const then = { ...others, now: services.now(), ...(local.isClockMoved() && { isClockMoved: true as const }) };
  const snapshot = await loadPartnerSnapshot(then, services);
  const done = { code: 'recorded', before: before.partner.programme, isSample: true } as const;
  return replyOf({ request: then, services, snapshot }, { done });
}

interface Loaded extends Pick<ReadingServices, 'programmes'> {
  readonly today: CalendarDate;
}

/** A programme, named by its id in a button or by a part of its name in any language; several, where each is named by a word. */
function meantBy(named: string, { programmes, today }: Loaded): Programme | undefined {
  if (named === all) return programmes.get(joinedId([...programmes.keys()]));
  if (named === inForce) return inForceTogether(programmes, today) ?? meantBy(all, { programmes, today });
  const words = normalize(named);
  const isCalled = ({ id, names }: Programme, part: string) =>
    [id, ...Object.values(names)].some((name) => normalize(name).includes(part));
  const loaded = [...programmes.values()];
  const one = programmes.get(named) ?? loaded.find((programme) => isCalled(programme, words));
  if (one) return one;
  const parts = words.split(' ').map((part) => loaded.filter((programme) => isCalled(programme, part)));
  if (parts.some(({ length }) => length !== 1)) return undefined;
  const meant = loaded.filter((programme) => parts.some(([only]) => only === programme));
  return programmes.get(joinedId(meant.map(({ id }) => id)));
}

/** Those that are in force on the day, where there are several and others are over or still to come. */
function inForceTogether(programmes: ReadingServices['programmes'], today: CalendarDate): Programme | undefined {
  const going = [...programmes.values()].filter((one) => one.effectiveFrom <= today && !hasEnded(one, today));
  return going.length > 1 ? programmes.get(joinedId(going.map(({ id }) => id))) : undefined;
}

interface Turn {
  readonly request: TurnRequest;
  readonly services: ReadingServices;
  readonly snapshot: PartnerSnapshot;
}

function replyOf({ request, services, snapshot }: Turn, told: Pick<ProgrammeView, 'wanted' | 'done'> = {}): Reply {
  const text = services.text(request.locale);
  const { asOf, isAdmin, partner } = snapshot;
  const choices = choicesIn(services, asOf).map((one) => ({
    programme: one,
    isFollowed: programmeIdsIn(one.id).every((id) => programmeIdsIn(partner.programme).includes(id)),
  }));
  return {
    name: told.wanted ? 'programme-wanted' : 'programme',
    card: programmeCard({ ...cardSettingOf(request, snapshot, { text }), asOf, isAdmin, choices, ...told }, text),
  };
}

/** Each by itself, those in force together, and all together. */
function choicesIn({ programmes }: ReadingServices, today: CalendarDate): readonly Programme[] {
  const alone = [...programmes.values()];
  const going = inForceTogether(programmes, today);
  const whole = alone.length > 1 ? programmes.get(joinedId([...programmes.keys()])) : undefined;
  return [...alone, ...new Set([going, whole].filter((one) => one !== undefined))];
}

interface Confirmed {
  readonly from: string;
  readonly isUndo: boolean;
}

/** Recorded where what is followed is still what was shown. */
async function recorded(
  wanted: Programme,
  { from, isUndo }: Confirmed,
  { request, services }: { readonly request: TurnRequest; readonly services: AppServices },
): Promise<Reply> {
  const snapshot = await loadPartnerSnapshot(request, services);
  const change = (partner: Partner): Partner | { readonly code: 'changed-since' } => {
    if (partner.programme === wanted.id) return partner;
    return partner.programme === from ? { ...partner, programme: wanted.id } : { code: 'changed-since' };
  };
  const outcome = await updatePartner(change, { request, services, known: snapshot.partner });
  if ('fault' in outcome) return refused({ code: 'changed-since', nearest: [] }, services.text(request.locale));
  const { before, after } = outcome;
  const code = after === before ? 'unchanged' : isUndo ? 'undone' : 'recorded';
  if (after !== before)
    services.log.info({ tenant: request.tenant, programme: wanted.id }, 'The programme was changed.');
  const now = { ...snapshot, partner: after, programme: wanted };
  return replyOf({ request, services, snapshot: now }, { done: { code, before: before.programme } });
}
