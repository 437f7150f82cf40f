/** `booked <credential> [day]`: the day of an exam that the asker has booked, whether it was asked for or not. */
import { z } from 'zod/v4';
import { previewCard } from '../../../cards/general/preview-card';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { credentialTitle } from '../../../cards/words/credential';
import { taskGoalWords } from '../../../cards/words/task';
import type { CalendarDate } from '../../../domain/basics/date';
import type { Person } from '../../../domain/partner/people/person';
import { actOnTask, askedTask, isOpenTask, taskId, type AssignedTask } from '../../../domain/tasks/assigned-task';
import { bookingCard } from '../../../cards/tasks/booking-card';
import { refused, type Reply } from '../../context/reply';
import type { ReadingServices } from '../../context/app-services';
import type { TurnRequest } from '../../context/turn-request';
import { readCredentialArgument, refuseUnknownCredential } from '../../recognizers/credential-argument';
import { dayAhead, readDayArgument } from '../../recognizers/days/day-argument';
import {
  findPhraseOf,
  withoutPhrase,
  type Phrases,
  type RecognitionContext,
} from '../../language-understanding/phrases';
import type { Utterance } from '../../language-understanding/utterance';
import { findOwnRecord, loadFactsSnapshot, type FactsSnapshot } from '../../partner/partner-snapshot';
import { ownTaskReply } from '../../tasks/own-task';
import { taskSettingOf } from '../../tasks/task-list';
import { updateTask, writeTasks } from '../../tasks/task-write';
import type { Command } from '../command';
import { namedDay, shortText } from '../payload-fields';

const hears: Phrases = {
  en: ['booked', 'i booked', 'i have booked', 'exam booked', 'i scheduled', 'i have scheduled'],
  'zh-CN': ['已预约', '预约了', '我预约了', '考试已预约'],
  'zh-TW': ['已預約', '預約了', '我預約了', '考試已預約'],
  'ru-RU': [
    'записался',
    'записалась',
    'записался на',
    'записалась на',
    'записан на',
    'назначил экзамен',
    'назначила экзамен',
  ],
  'pt-BR': ['marquei', 'agendei', 'exame marcado', 'prova marcada'],
};

function parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  if (!findPhraseOf(utterance, hears)) return undefined;
  return readDayArgument(utterance, reading, ({ on, rest }) =>
    readCredentialArgument(withoutPhrase(rest, hears)!, reading, ({ credential }) => ({
      ask: 'booked',
      credential,
      ...(on && { on }),
    })),
  );
}

type Booked = Extract<Question, { ask: 'booked' }>;

interface Booking {
  readonly own: Person;
  readonly on: CalendarDate;
}

/** Whose exam it is and on which day; a refusal where that cannot be recorded. */
async function bookingIn(question: Booked, request: TurnRequest, snapshot: FactsSnapshot): Promise<Booking | Refusal> {
  const unknown = refuseUnknownCredential(question.credential, snapshot.programme, (credential) => ({
    ...question,
    credential,
  }));
  if (unknown) return unknown;
  const on = dayAhead(question.on ?? snapshot.asOf, snapshot.asOf);
  if (on < snapshot.asOf) return { code: 'date-in-the-past', date: on, nearest: [] };
  const own = await findOwnRecord(snapshot, request);
  return own ? { own, on } : { code: 'no-own-record' };
}

/** The task with the day of the exam; one that was not asked for is the person's own. */
function bookedTask(
  { credential }: Booked,
  { own, on }: Booking,
  { request, before }: { readonly request: TurnRequest; readonly before: AssignedTask | undefined },
): AssignedTask | undefined {
  const askedBy = request.user.aadObjectId.toLowerCase();
  const fresh = () => askedTask({ person: own.id, credential, askedBy, askedAt: request.now, due: on }, undefined)!;
  const closed = before && !isOpenTask(before) && before.state.is !== 'declined' ? before : undefined;
  const task = closed ? { ...fresh(), opening: closed.opening + 1 } : (before ?? fresh());
  return actOnTask(task, { do: 'book', on }, request.now);
}

/** `booked <credential> [day]`. */
export const booked: Command<'booked'> = {
  name: 'booked',
  phrases: hears,
  order: 306,
  access: { role: 'self', scope: 'private' },
  payload: z.object({ credential: shortText, on: namedDay, isSure: z.literal(true).optional() }),
  parse,
  previews: () => true,
  async answer(question, request, services) {
    const text = services.text(request.locale);
    const snapshot = await loadFactsSnapshot(request, services);
    const booking = await bookingIn(question, request, snapshot);
    if ('code' in booking) return refused(booking, text);
    if (question.on === undefined) return dayWanted(question, { request, snapshot, services });
    return preview(question, booking, { request, snapshot, services });
  },
  async press(question, request, services) {
    if (!question.isSure || question.on === undefined) return booked.answer(question, request, services);
    const text = services.text(request.locale);
    const snapshot = await loadFactsSnapshot(request, services);
    const booking = await bookingIn(question, request, snapshot);
    if ('code' in booking) return refused(booking, text);
    const id = taskId(booking.own.id, question.credential);
    await writeTasks(services, request.tenant, () =>
      updateTask(services, { tenant: request.tenant, id }, (before) =>
        bookedTask(question, booking, { request, before }),
      ),
    );
    return ownTaskReply(id, { request, snapshot, services });
  },
};

interface PreviewSituation {
  readonly request: TurnRequest;
  readonly snapshot: FactsSnapshot;
  readonly services: ReadingServices;
}

/** Asks for the day; what is entered and saved is recorded at once, because the card names the exam. */
function dayWanted({ credential }: Booked, { request, snapshot, services }: PreviewSituation): Reply {
  const text = services.text(request.locale);
  const title = credentialTitle(credential, { text, programme: snapshot.programme });
  return { name: 'booked', card: bookingCard({ credential, title }, text) };
}

async function preview(question: Booked, { own, on }: Booking, { request, snapshot, services }: PreviewSituation) {
  const text = services.text(request.locale);
  const view = taskSettingOf(snapshot);
  const about = { text, programme: snapshot.programme, view };
  const kept = (await services.store.tasks.get(request.tenant, taskId(own.id, question.credential)))?.value;
  const goal = kept && isOpenTask(kept) ? taskGoalWords(kept, about) : undefined;
  const credential = credentialTitle(question.credential, about);
  const heading = text.say('booked.heading', { credential, date: text.date(on) });
  const wanted = { ask: 'booked', credential: question.credential, on, isSure: true } as const;
  return {
    name: 'booked-wanted',
    card: previewCard({ heading, lines: goal === undefined ? [] : [goal], question: wanted }, text),
  };
}
