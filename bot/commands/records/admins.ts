/** `admins`, `make <person> admin`, `remove <person> as admin`: who administers Laurel for the partner; for admins. */
import { z } from 'zod/v4';
import { adminsCard } from '../../../cards/records/admins-card';
import { previewCard } from '../../../cards/general/preview-card';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { hasAdmin, withAdmin, withoutAdmin, type AdminFault } from '../../../domain/partner/admin-change';
import { namesakeLabels } from '../../../domain/partner/people/namesake';
import type { Partner } from '../../../domain/partner/partner';
import { personLabel, type Person } from '../../../domain/partner/people/person';
import type { AppServices, ReadingServices } from '../../context/app-services';
import { refused, type Reply } from '../../context/reply';
import type { TurnRequest } from '../../context/turn-request';
import { findPhraseOf, type Phrases } from '../../language-understanding/phrases';
import { tellingWords, without, type Utterance } from '../../language-understanding/utterance';
import { isAdmin } from '../../partner/admin';
import { listKnownAccounts, type KnownAccounts } from '../../partner/known-account';
import { loadPartnerSnapshot } from '../../partner/partner-snapshot';
import { updatePartner } from '../../partner/partner-update';
import { adminOrderIn } from '../../recognizers/admin-order';
import { findAmong, oneself } from '../../recognizers/people/person-lookup';
import { auditedStore } from '../../store/audit-trail';
import { type Command } from '../command';
import { pageNumber, shortText } from '../payload-fields';

type AdminsQuestion = Extract<Question, { ask: 'admins' }>;
type Order = AdminsQuestion & Required<Pick<AdminsQuestion, 'person' | 'to'>>;

const hears: Phrases = {
  en: ['admins', 'administrators', 'list admins', 'show admins', 'who are the admins', 'who is admin', 'our admins'],
  'zh-CN': ['管理员', '管理员列表', '谁是管理员', '有哪些管理员'],
  'zh-TW': ['管理員', '管理員清單', '誰是管理員', '有哪些管理員'],
  'ru-RU': ['администраторы', 'список администраторов', 'кто администратор', 'кто администраторы'],
  'pt-BR': ['administradores', 'lista de administradores', 'quem são os administradores', 'quem é administrador'],
};

function parse(utterance: Utterance): Question | undefined {
  const order = adminOrderIn(utterance.said);
  if (order) return { ask: 'admins', ...order };
  const span = findPhraseOf(utterance, hears);
  return span && tellingWords(without(utterance, span)).length === 0 ? { ask: 'admins' } : undefined;
}

function isOrder(question: AdminsQuestion): question is Order {
  return question.person !== undefined && question.to !== undefined;
}

/** `admins`, `make <person> admin`, `remove <person> as admin`. */
export const admins: Command<'admins'> = {
  name: 'admins',
  phrases: hears,
  order: 292,
  readsWhole: true,
  access: { role: 'admin', scope: 'private' },
  payload: z.object({
    person: shortText.optional(),
    to: z.enum(['admin', 'no-admin']).optional(),
    isSure: z.literal(true).optional(),
    page: pageNumber,
  }),
  parse,
  previews: isOrder,
  async answer(question, request, services) {
    const { partner } = await loadPartnerSnapshot(request, services);
    const known = await listKnownAccounts(partner, services);
    return isOrder(question)
      ? preview(question, { request, services, partner, known })
      : listed({ request, services, partner, known }, question.page);
  },
  async press(question, request, services) {
    if (!isOrder(question) || question.isSure !== true) return admins.answer(question, request, services);
    const { partner } = await loadPartnerSnapshot(request, services);
    const known = await listKnownAccounts(partner, services);
    return change(question, { request, services, partner, known });
  },
};

interface Situation<S = ReadingServices> {
  readonly request: TurnRequest;
  readonly services: S;
  readonly partner: Partner;
  readonly known: KnownAccounts;
}

function preview(order: Order, situation: Situation): Reply {
  const { request, services, partner, known } = situation;
  const text = services.text(request.locale);
  const found = accountMeant(order, situation);
  if ('refusal' in found) return refused(found.refusal, text);
  const { id } = found.person;
  const outcome = changed(partner, { ...order, person: id }, known);
  if ('code' in outcome) return refused(refusalOf(outcome), text);
  const name = labelIn(known, id);
  const isMaking = order.to === 'admin';
  const heading = isMaking ? text.say('admins.make', { name }) : text.say('admins.remove', { name });
  const lines = [isMaking ? text.say('admins.make-means') : text.say('admins.remove-means')];
  const question = { ask: 'admins', person: id, to: order.to, isSure: true } as const;
  return { name: 'admins-wanted', card: previewCard({ heading, lines, question }, text) };
}

/** Whose account is meant; asked for where several people bear the name, refused where Laurel knows no account of that name. */
function accountMeant({ person, to }: Order, { request, known }: Situation) {
  const own = request.user.aadObjectId.toLowerCase();
  const make = (id: string): Question => ({ ask: 'admins', person: id, to });
  const found = findAmong(known.accounts, person === oneself ? own : person, make);
  if ('person' in found || found.refusal.code !== 'unknown-person') return found;
  return { refusal: { ...found.refusal, code: 'unknown-account' } satisfies Refusal };
}

/** The partner as the order wants it; `already-so` where it is so. */
function changed(partner: Partner, { person, to }: Order, { named }: KnownAccounts): Partner | AdminFault {
  if (to === 'no-admin') return withoutAdmin(partner, person, named);
  return named.includes(person) || hasAdmin(partner, person) ? { code: 'already-so' } : withAdmin(partner, person);
}

function refusalOf({ code }: AdminFault | { readonly code: 'admins-only' }): Refusal {
  return code === 'already-so' ? { code, nearest: [] } : { code };
}

/** Two presses at once are made one after the other, each on the admins that the other left; the asker must still be one. */
async function change(order: Order, situation: Situation<AppServices>): Promise<Reply> {
  const { request, services, partner: before, known } = situation;
  const text = services.text(request.locale);
  if (!known.accounts.some(({ id }) => id === order.person)) return refused({ code: 'card-outdated' }, text);
  const act = order.to === 'admin' ? 'admin-granted' : 'admin-removed';
  const deed = { act, about: 'admins', by: request.user.aadObjectId, whom: order.person } as const;
  const audited = { ...services, store: auditedStore(services.store, deed, services.now) };
  const outcome = await updatePartner(
    (partner): Partner | AdminFault | { readonly code: 'admins-only' } =>
      isAdmin(partner, request, services) ? changed(partner, order, known) : { code: 'admins-only' },
    { request, services: audited, known: before },
  );
  if ('fault' in outcome) return refused(refusalOf(outcome.fault), text);
  services.log.info({ tenant: request.tenant, act }, 'The admins of a partner were changed.');
  return listed({ ...situation, partner: outcome.after });
}

/** The admins, those of the settings included. */
function listed({ request, services, partner, known }: Situation, page = 1): Reply {
  const own = request.user.aadObjectId.toLowerCase();
  const all = known.accounts.filter(({ id }) => known.named.includes(id) || hasAdmin(partner, id));
  const lines = all.map(({ id }) => ({
    account: id,
    name: nameIn(known, id, request),
    isSelf: id === own,
    isBySettings: known.named.includes(id),
  }));
  return { name: 'admins', card: adminsCard({ admins: lines, page }, services.text(request.locale)) };
}

/** The asker's own name comes with the message, also where nothing is on record of the account. */
function nameIn(known: KnownAccounts, id: string, { user }: TurnRequest): string {
  const label = labelIn(known, id);
  return label === id && id === user.aadObjectId.toLowerCase() && user.name !== '' ? user.name : label;
}

function labelIn({ accounts }: KnownAccounts, id: string): string {
  const person: Person | undefined = accounts.find((one) => one.id === id);
  return namesakeLabels(accounts).get(id) ?? (person ? personLabel(person) : id);
}
