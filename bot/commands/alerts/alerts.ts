/** `alerts`: what is open, who deals with it, and for admins what could not be delivered. */
import { alertsCard } from '../../../cards/alerts/alerts-card';
import type { Question } from '../../../cards/contract/question';
import { isActive } from '../../../domain/alerts/kept-notice';
import { concerning, failuresIn } from '../../alerts/alert-view';
import { lookAtAlerts } from '../../alerts/alert-snapshot';
import { alertReply } from '../../alerts/alert-reply';
import { all } from '../../delivery/recipients';
import { findHeard, pageIn, type Command, type Phrases } from '../command';
import type { Heard } from '../../language/utterance';

const hears: Phrases = {
  en: ['alerts', 'all alerts', 'my alerts', 'open alerts', 'notifications'],
  'zh-CN': ['所有警报', '警报列表', '我的警报', '全部警报'],
  'zh-TW': ['所有警示', '警示清單', '我的警示', '全部警示'],
  'ru-RU': ['уведомления', 'все уведомления', 'мои уведомления', 'оповещения'],
  'pt-BR': ['alertas', 'todos os alertas', 'meus alertas', 'notificações'],
};

function parse(heard: Heard): Question | undefined {
  if (!findHeard(heard, hears)) return undefined;
  const page = pageIn(heard);
  return { ask: 'alerts', ...(page !== undefined && { page }) };
}

/** `alerts`. */
export const alerts: Command<'alerts'> = {
  name: 'alerts',
  hears,
  parse,
  async answer(question, ask, world) {
    const { alert, page = 1 } = question;
    if (alert !== undefined) return alertReply({ ...question, alert }, ask, world);
    const look = await lookAtAlerts(ask, world);
    const { isAdmin, account, circle } = look;
    const kept = (await all(world.store.notices, ask.tenant)).map(({ value }) => value);
    const others = concerning(kept, { account, isAdmin });
    const setting = await look.settingFor(others);
    const ledger = setting.seesNames ? await all(world.store.deliveries, ask.tenant) : [];
    const deliveries = ledger.map(({ value }) => value);
    const notices = kept.filter(isActive);
    const failures = failuresIn({ deliveries, notices, recipients: circle.recipients, setting });
    const view = { ...setting, fresh: [], others, failures, page };
    return { name: 'alerts', card: alertsCard(view, world.text(ask.locale)) };
  },
};
