/** The cards that have goldens, room by room. */
import { shown as alerts } from './alerts/shown.case';
import { shown as general } from './general/shown.case';
import { shown as onboarding } from './onboarding/shown.case';
import { shown as outlook } from './outlook/shown.case';
import { shown as records } from './records/shown.case';
import type { Shown } from './situations.case';
import { shown as standing } from './standing/shown.case';
import { shown as tasks } from './tasks/shown.case';

/** By the folder in which the card and its golden stand. */
export const shownIn: Readonly<Record<string, readonly Shown[]>> = {
  standing,
  outlook,
  onboarding,
  alerts,
  records,
  tasks,
  general,
};

/** All of them. */
export const shownCards: readonly Shown[] = Object.values(shownIn).flat();
