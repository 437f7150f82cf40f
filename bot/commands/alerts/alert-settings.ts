/** `alert settings`: when Laurel may send the asker proactive messages, and the form to change that. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import type { AlertSettings } from '../../../domain/alerts/alert-settings';
import { changeSettings, ownSettings, settingsReply } from '../../alerts/alert-settings';
import { findPhraseOf, type Phrases } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { typed } from '../payload-fields';
import type { Utterance } from '../../language-understanding/utterance';

const hears: Phrases = {
  en: ['alert settings', 'notification settings', 'quiet hours'],
  'zh-CN': ['警报设置', '提醒设置', '安静时段'],
  'zh-TW': ['警示設定', '提醒設定', '安靜時段'],
  'ru-RU': ['настройки уведомлений', 'настроить уведомления', 'тихие часы'],
  'pt-BR': ['configurações de alertas', 'configurar alertas', 'horário de silêncio'],
};

function parse(utterance: Utterance): Question | undefined {
  return findPhraseOf(utterance, hears) && { ask: 'alert-settings' };
}

/** An hour of the day, as a field of the card sends it. */
const hour = z
  .string()
  .regex(/^(?:1?\d|2[0-3])$/)
  .optional();

type Form = Extract<Question, { ask: 'alert-settings' }>;

/** What was entered in place of what was; a field that makes no sense changes nothing. */
function entered({ quietFrom, quietTo, workingDays, digestOn }: Form, before: AlertSettings): AlertSettings {
  const { digestOn: day, ...others } = before;
  const digest = digestOn === undefined || !/^[0-7]$/.test(digestOn) ? day : Number(digestOn) || undefined;
  return {
    ...others,
    ...(quietFrom !== undefined && { quietFrom: Number(quietFrom) }),
    ...(quietTo !== undefined && { quietTo: Number(quietTo) }),
    ...(workingDays !== undefined && { workingDays: daysIn(workingDays) ?? before.workingDays }),
    ...(digest !== undefined && { digestOn: digest }),
  };
}

/** The weekdays from the first to the last, over the weekend where they must. */
function daysIn(week: string): readonly number[] | undefined {
  const match = /^([1-7])-([1-7])$/.exec(week);
  if (!match) return undefined;
  const [first, last] = [Number(match[1]), Number(match[2])];
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => ((first - 1 + index) % 7) + 1);
}

/** `alert settings`. */
export const alertSettings: Command<'alert-settings'> = {
  name: 'alert-settings',
  phrases: hears,
  order: 340,
  access: { role: 'self', scope: 'any' },
  payload: z.object({
    quietFrom: hour,
    quietTo: hour,
    workingDays: typed,
    digestOn: typed,
  }),
  parse,
  async answer(_, request, services) {
    return settingsReply({ request, services, settings: await ownSettings(request, services) });
  },
  async press(form, request, services) {
    const isEntered = Object.keys(form).length > 1;
    if (!isEntered) return alertSettings.answer(form, request, services);
    const settings = await changeSettings(request, services, (before) => entered(form, before));
    return settingsReply({ request, services, settings }, { code: 'saved' });
  },
};
