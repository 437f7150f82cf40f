/** Several people in chat windows of their own, on one bot and its data: their windows, and the files that are imported there. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { CalendarDate } from '../../domain/basics/date';
import { localPeople, type LocalPerson } from '../dev/sample/local-people';
import { openChat, type Chat } from './chat';
import type { StartedWorld } from './started-world';

type Five = Readonly<Record<0 | 1 | 2 | 3 | 4, LocalPerson>> & Iterable<LocalPerson>;
const { 0: ingrid, 1: oksana, 2: tomasz, 3: priya, 4: duarte } = localPeople as unknown as Five;

/** The local people by their first names; Ingrid sits in the window that comes with the bot. */
export const cast = { ingrid, oksana, tomasz, priya, duarte };

/** Opens one more window on the bot, in which this person sits. */
export async function openWindow(
  { name }: LocalPerson,
  { world, browser }: { readonly world: StartedWorld; readonly browser: Browser },
): Promise<Chat> {
  return openChat(browser, (await world.window('--as', name)).url);
}

/** Presses a button. A sweep may renew the card at that very moment, so what counts is what the card comes to say. */
export async function reach(
  chat: Chat,
  { by, shows }: { readonly by: string; readonly shows: RegExp },
): Promise<string> {
  await chat.press(by);
  return chat.waitFor(shows);
}

/** Imports these rows, a header first, as a file of this name. */
export async function importRows(
  { world, data }: { readonly world: StartedWorld; readonly data: string },
  name: string,
  rows: readonly string[],
): Promise<void> {
  const path = join(data, name);
  writeFileSync(path, `${rows.join('\r\n')}\r\n`);
  await world.laurel('import', path);
}

/** A people file with these people. */
export function peopleRows(people: readonly LocalPerson[]): readonly string[] {
  const rows = people.map(({ name, mail, aadObjectId }) => `${name},${mail},${aadObjectId}`);
  return ['Name,WorkEmail,AADUserId', ...rows];
}

/** What one person has passed on a day. */
export interface Passed {
  readonly person: LocalPerson;
  readonly titles: readonly string[];
  readonly on: CalendarDate;
}

/** A Trainings report with these passes. */
export function trainingRows(passed: readonly Passed[]): readonly string[] {
  const rows = passed.flatMap(({ person, titles, on }) => titles.map((title) => `${title},${on},${person.mail}`));
  return ['TrainingTitle,TrainingCompletionDate,CorpEmail', ...rows];
}
