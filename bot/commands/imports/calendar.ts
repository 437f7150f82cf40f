/** `calendar`: the asker's own booked exams, due days and expiries, also as a calendar file; admins get the deadlines of the company. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import { offerOwnCalendar, ownCalendarShown } from '../../imports/own-calendar-file';
import { findPhraseOf, type Phrases } from '../../language-understanding/phrases';
import type { Utterance } from '../../language-understanding/utterance';
import type { Command } from '../command';

const hears: Phrases = {
  en: ['calendar', 'my calendar', 'ics', 'my deadlines'],
  'zh-CN': ['日历', '我的日历', '我的截止日期'],
  'zh-TW': ['行事曆', '我的行事曆', '我的期限'],
  'ru-RU': ['календарь', 'мой календарь', 'мои сроки'],
  'pt-BR': ['calendário', 'meu calendário', 'agenda', 'minha agenda', 'meus prazos'],
};

function parse(utterance: Utterance): Question | undefined {
  return findPhraseOf(utterance, hears) && { ask: 'calendar' };
}

/** `calendar`. */
export const calendar: Command<'calendar'> = {
  name: 'calendar',
  phrases: hears,
  order: 307,
  access: { role: 'self', scope: 'private' },
  payload: z.object({ file: z.literal(true).optional() }),
  parse,
  async answer(_, request, services) {
    return ownCalendarShown(request, services);
  },
  async press({ file }, request, services) {
    return file ? offerOwnCalendar(request, services) : ownCalendarShown(request, services);
  },
};
