/** All commands in the order of matching: the more specific first, a name alone and a greeting last. */
import type { AnyCommand, Command } from './command';
import { alertSettings } from './alerts/alert-settings';
import { alerts } from './alerts/alerts';
import { benefits } from './outlook/benefits';
import { compare } from './standing/compare';
import { competency } from './standing/competency';
import { completed } from './records/completed';
import { expiring } from './outlook/expiring';
import { exporting } from './imports/export';
import { figure } from './records/figure';
import { helpAbout } from './general/help';
import { importing } from './imports/import';
import { keyPeople } from './outlook/key-people';
import { left } from './records/left';
import { membership } from './records/membership';
import { onboard } from './onboarding/onboard';
import { onboarding } from './onboarding/onboarding';
import { override } from './records/override';
import { people } from './standing/people';
import { person } from './standing/person';
import { plan } from './outlook/plan';
import { profile } from './outlook/profile';
import { programme } from './standing/programme';
import { progress } from './standing/progress';
import { samePerson } from './records/same-person';
import { remove } from './records/remove';
import { renewal } from './outlook/renewal';
import { renewed } from './records/renewed';
import { requirements } from './standing/requirements';
import { risk } from './outlook/risk';
import { startAlerts, stopAlerts } from './alerts/stop-alerts';
import { step } from './onboarding/step';
import { figures } from './records/figures';
import { serves } from './standing/serves';
import { smallTalk } from './general/small-talk';
import { whoHolds } from './standing/who-holds';
import { trouble } from './onboarding/trouble';
import { undo } from './records/undo';
import { undoImport } from './imports/undo-import';
import { upgrade } from './outlook/upgrade';
import { whatIf } from './outlook/what-if';
import { why } from './standing/why';

const allButHelp: readonly AnyCommand[] = [
  stopAlerts,
  startAlerts,
  trouble,
  step,
  onboarding,
  onboard,
  alertSettings,
  alerts,
  whatIf,
  override,
  expiring,
  keyPeople,
  why,
  risk,
  renewed,
  renewal,
  upgrade,
  compare,
  programme,
  profile,
  benefits,
  membership,
  plan,
  undoImport,
  undo,
  importing,
  exporting,
  whoHolds,
  serves,
  completed,
  remove,
  samePerson,
  figures,
  figure,
  left,
  requirements,
  person,
  people,
  progress,
  competency,
  smallTalk,
];

/** Every command. A new one joins the list above. */
export const commands: readonly AnyCommand[] = [...allButHelp, helpAbout(allButHelp)];

/** The command that answers the question of this name; undefined if there is none, as a forged button may claim. */
export function commandNamed(name: string): Command | undefined {
  return commands.find((command) => command.name === name) as Command | undefined;
}
