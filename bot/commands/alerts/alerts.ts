/** `alerts`: what is open, who deals with it, and for admins what could not be delivered. */
import { z } from 'zod/v4';
import { alertsCard } from '../../../cards/alerts/alerts-card';
import type { Question } from '../../../cards/contract/question';
import { isActive } from '../../../domain/alerts/kept-notice';
import { concerning, failuresIn } from '../../alerts/alert-view';
import { loadAlertSnapshot } from '../../alerts/alert-snapshot';
import { alertReply } from '../../alerts/alert-reply';
import { listAll } from '../../store/row-list';
import { withoutPhrase, pageIn, type Phrases } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { day, pageNumber, shortText } from '../payload-fields';
import type { Utterance } from '../../language-understanding/utterance';

const hears: Phrases = {
  en: ['alerts', 'all alerts', 'my alerts', 'open alerts', 'alert log', 'notifications'],
  'zh-CN': ['所有警报', '警报列表', '我的警报', '全部警报', '警报'],
  'zh-TW': ['所有警示', '警示清單', '我的警示', '全部警示', '警示'],
  'ru-RU': ['уведомления', 'все уведомления', 'мои уведомления', 'оповещения'],
  'pt-BR': ['alertas', 'todos os alertas', 'meus alertas', 'notificações'],
};

function parse(utterance: Utterance): Question | undefined {
  const rest = withoutPhrase(utterance, hears);
  return rest && { ask: 'alerts', ...pageIn(rest) };
}

/** `alerts`. */
export const alerts: Command<'alerts'> = {
  name: 'alerts',
  phrases: hears,
  order: 330,
  access: { role: 'anyone', scope: 'any' },
  payload: z.object({
    page: pageNumber,
    alert: z.string().min(1).max(500).optional(),
    face: shortText.optional(),
    act: z.enum(['acknowledge', 'assign', 'snooze']).optional(),
    to: shortText.optional(),
    until: day.optional(),
  }),
  parse,
  async press(question, request, services) {
    const { alert } = question;
    return alert === undefined
      ? alerts.answer(question, request, services)
      : alertReply({ ...question, alert }, request, services);
  },
  async answer({ page = 1 }, request, services) {
    const snapshot = await loadAlertSnapshot(request, services);
    const { isAdmin, account, circle } = snapshot;
    const kept = (await listAll(services.store.notices, request.tenant)).map(({ value }) => value);
    const others = concerning(kept, { account, isAdmin });
    const setting = await snapshot.settingFor(others);
    const ledger = setting.seesNames ? await listAll(services.store.deliveries, request.tenant) : [];
    const deliveries = ledger.map(({ value }) => value);
    const notices = kept.filter(isActive);
    const failures = failuresIn({ deliveries, notices, recipients: circle.recipients, setting });
    const view = { ...setting, fresh: [], others, failures, page };
    return { name: 'alerts', card: alertsCard(view, services.text(request.locale)) };
  },
};
