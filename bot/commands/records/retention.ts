/** `retention`: how long closed alerts, the audit trail, people who left, undone imports and silent chats are kept; for admins. */
import { z } from 'zod/v4';
import { retentionCard, retentionPreviewCard } from '../../../cards/records/retention-card';
import type { Question } from '../../../cards/contract/question';
import { isRetention, keptDays, retainedKinds, type Retention } from '../../../domain/partner/retention';
import type { Partner } from '../../../domain/partner/partner';
import type { ReadingServices } from '../../context/app-services';
import type { Reply } from '../../context/reply';
import type { TurnRequest } from '../../context/turn-request';
import { countOutdated } from '../../erasure/outdated';
import { isPhraseAlone, type Phrases } from '../../language-understanding/phrases';
import type { Utterance } from '../../language-understanding/utterance';
import { loadPartnerSnapshot } from '../../partner/partner-snapshot';
import { updatePartner } from '../../partner/partner-update';
import { retentionOrderIn } from '../../recognizers/retention-order';
import { type Command } from '../command';

type RetentionQuestion = Extract<Question, { ask: 'retention' }>;

const hears: Phrases = {
  en: ['retention', 'retention settings', 'data retention', 'how long is data kept', 'how long do you keep data'],
  'zh-CN': ['保留期限', '保留期限设置', '数据保留多久'],
  'zh-TW': ['保留期限', '保留期限設定', '資料保留多久'],
  'ru-RU': ['сроки хранения', 'срок хранения', 'сколько хранятся данные'],
  'pt-BR': ['prazos de guarda', 'prazo de guarda', 'retenção de dados', 'por quanto tempo os dados ficam guardados'],
};

function parse(utterance: Utterance): Question | undefined {
  const order = retentionOrderIn(utterance.said);
  if (order) return { ask: 'retention', [order.kind]: order.days };
  return isPhraseAlone(utterance, hears) ? { ask: 'retention' } : undefined;
}

/** What was entered over what is set; nothing where a number makes no sense. */
function entered(question: RetentionQuestion, kept: Retention | undefined): Retention | undefined {
  const wanted = retainedKinds.map((kind) => [kind, Number(question[kind] ?? keptDays(kept, kind))] as const);
  return wanted.every(([kind, days]) => isRetention(kind, days)) ? Object.fromEntries(wanted) : undefined;
}

function isForm(question: RetentionQuestion): boolean {
  return retainedKinds.every((kind) => question[kind] === undefined);
}

/** The days that are set, each kind in its place: by them a press tells whether they were changed since its preview. */
function setDays(kept: Retention | undefined): string {
  return retainedKinds.map((kind) => keptDays(kept, kind)).join(' ');
}

/** Characters of the days that are set. */
const longestSet = 60;

/** Days as a field of the card sends them. */
const days = z
  .string()
  .regex(/^\d{1,7}$/)
  .optional();

/** `retention`, `keep the audit trail for 180 days`. */
export const retention: Command<'retention'> = {
  name: 'retention',
  phrases: hears,
  order: 291,
  readsWhole: true,
  access: { role: 'admin', scope: 'private' },
  audited: 'settings-changed',
  payload: z.object({
    alerts: days,
    audit: days,
    left: days,
    undone: days,
    chats: days,
    from: z.string().max(longestSet).optional(),
  }),
  parse,
  previews: (question) => !isForm(question),
  async answer(question, request, services) {
    const text = services.text(request.locale);
    const { partner } = await loadPartnerSnapshot(request, services);
    if (isForm(question)) return { name: 'retention', card: retentionCard({ retention: partner.retention }, text) };
    const wanted = entered(question, partner.retention);
    if (!wanted) {
      const view = { retention: partner.retention, said: 'range' } as const;
      return { name: 'retention', card: retentionCard(view, text) };
    }
    return preview({ wanted, partner }, request, services);
  },
  async press(question, request, services) {
    const { partner: known } = await loadPartnerSnapshot(request, services);
    const wanted = entered(question, known.retention);
    const { from } = question;
    if (from === undefined || isForm(question) || !wanted) return retention.answer(question, request, services);
    const set = setting(wanted, from);
    const update = await updatePartner(set, { request, services, known });
    if ('fault' in update) return preview({ wanted, partner: update.before }, request, services);
    services.log.info({ tenant: request.tenant, ...wanted }, 'How long things are kept was changed.');
    const card = retentionCard({ retention: wanted, said: 'saved' }, services.text(request.locale));
    return { name: 'retention-saved', card };
  },
};

/** Sets what was previewed, unless something else was set since; a second press of the same button changes nothing. */
function setting(wanted: Retention, from: string) {
  return (partner: Partner): Partner | { readonly code: 'changed-since' } => {
    const now = setDays(partner.retention);
    if (now === setDays(wanted)) return partner;
    return now === from ? { ...partner, retention: wanted } : { code: 'changed-since' };
  };
}

/** What would go with these settings, over those that are set. */
async function preview(
  { wanted, partner }: { readonly wanted: Retention; readonly partner: Partner },
  request: TurnRequest,
  services: ReadingServices,
): Promise<Reply> {
  const counts = await countOutdated({ ...partner, retention: wanted }, services);
  const entries = Object.fromEntries(retainedKinds.map((kind) => [kind, String(wanted[kind])]));
  const question = { ask: 'retention', ...entries, from: setDays(partner.retention) } as const;
  const card = retentionPreviewCard({ retention: wanted, counts, question }, services.text(request.locale));
  return { name: 'retention-wanted', card };
}
