/** What people say of themselves as a table: the steps of each onboarding, and the achievements that nothing confirms yet. */
import { isClaimed } from '../../domain/partner/claim';
import { readOnlyHeaders } from '../../domain/imports/exported-file';
import type { OnboardingStep } from '../../domain/onboarding/onboarding';
import { personLabel, type Person } from '../../domain/partner/people/person';
import type { Store } from '../../domain/ports';
import { byteOrderMark, rowOf } from './cell';

/** One row for each step and each claim, person by person. Throws {@link StoreUnavailable} while it is read. */
export async function* onboardingTable(store: Store, tenant: string): AsyncGenerator<string> {
  yield byteOrderMark + rowOf(readOnlyHeaders.onboarding);
  const steps = new Map<string, readonly OnboardingStep[]>();
  for await (const { value } of store.onboardings.list(tenant)) steps.set(value.person, value.steps);
  for await (const { value: person } of store.people.list(tenant)) {
    const rows = [...(steps.get(person.id) ?? []).map((step) => stepRow(person, step)), ...claimRows(person)];
    if (rows.length > 0) yield rows.map(rowOf).join('');
  }
}

function stepRow(person: Person, step: OnboardingStep): readonly string[] {
  const { kind, at, by } = step;
  const on = 'on' in step ? step.on : '';
  const [until, cause] = step.kind === 'trouble' ? [step.until ?? '', step.cause] : ['', ''];
  return [personLabel(person), kind, on, until, cause, '', at, by.kind];
}

function claimRows(person: Person): readonly (readonly string[])[] {
  return person.achievements
    .filter(isClaimed)
    .map(({ title, completedOn }) => [personLabel(person), 'claimed', completedOn, '', '', title, '', 'person']);
}
