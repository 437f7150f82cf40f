/** All commands in the order of matching: the more specific first, a name alone and a greeting last. */
import type { AnyCommand, Command } from '../commands/command';
import { aboutMe } from '../commands/records/about-me';
import { admins } from '../commands/records/admins';
import { alertSettings } from '../commands/alerts/alert-settings';
import { alerts } from '../commands/alerts/alerts';
import { audit } from '../commands/records/audit';
import { askPeopleCommand } from '../commands/tasks/ask-people';
import { booked } from '../commands/tasks/booked';
import { myTasks } from '../commands/tasks/my-tasks';
import { tasks } from '../commands/tasks/tasks';
import { calendar } from '../commands/imports/calendar';
import { benefits } from '../commands/outlook/benefits';
import { compare } from '../commands/standing/compare';
import { competency } from '../commands/standing/competency';
import { completed } from '../commands/records/completed';
import { expiring } from '../commands/outlook/expiring';
import { exporting } from '../commands/imports/export';
import { figure } from '../commands/records/figure';
import { forget } from '../commands/records/forget';
import { forgetPartner } from '../commands/records/forget-partner';
import { readmit } from '../commands/records/readmit';
import { retention } from '../commands/records/retention';
import { helpAbout } from '../commands/general/help';
import { importing } from '../commands/imports/import';
import { keyPeople } from '../commands/outlook/key-people';
import { left } from '../commands/records/left';
import { membership } from '../commands/records/membership';
import { onboard } from '../commands/onboarding/onboard';
import { onboarding } from '../commands/onboarding/onboarding';
import { override } from '../commands/records/override';
import { myTeam } from '../commands/standing/my-team';
import { people } from '../commands/standing/people';
import { person } from '../commands/standing/person';
import { plan } from '../commands/outlook/plan';
import { profile } from '../commands/outlook/profile';
import { programme } from '../commands/standing/programme';
import { progress } from '../commands/standing/progress';
import { samePerson } from '../commands/records/same-person';
import { remove } from '../commands/records/remove';
import { renewal } from '../commands/outlook/renewal';
import { renewed } from '../commands/records/renewed';
import { requirements } from '../commands/standing/requirements';
import { risk } from '../commands/outlook/risk';
import { teamDigest } from '../commands/alerts/team-digest';
import { startAlerts, stopAlerts } from '../commands/alerts/stop-alerts';
import { step } from '../commands/onboarding/step';
import { cost } from '../commands/records/cost';
import { costs } from '../commands/records/costs';
import { enterFigures } from '../commands/records/enter-figures';
import { figures } from '../commands/records/figures';
import { serves } from '../commands/standing/serves';
import { language } from '../commands/general/language';
import { shareAmong } from '../commands/general/share';
import { smallTalk } from '../commands/general/small-talk';
import { whatChanged } from '../commands/standing/what-changed';
import { whoHolds } from '../commands/standing/who-holds';
import { trouble } from '../commands/onboarding/trouble';
import { undo } from '../commands/records/undo';
import { undoImport } from '../commands/imports/undo-import';
import { upgrade } from '../commands/outlook/upgrade';
import { whatIf } from '../commands/outlook/what-if';
import { why } from '../commands/standing/why';

const allButHelp: readonly AnyCommand[] = [
  cost,
  costs,
  admins,
  aboutMe,
  forgetPartner,
  readmit,
  retention,
  forget,
  stopAlerts,
  startAlerts,
  trouble,
  step,
  onboarding,
  onboard,
  alertSettings,
  teamDigest,
  language,
  alerts,
  askPeopleCommand,
  myTasks,
  tasks,
  calendar,
  booked,
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
  audit,
  whatChanged,
  whoHolds,
  serves,
  completed,
  remove,
  samePerson,
  enterFigures,
  figures,
  figure,
  left,
  requirements,
  myTeam,
  person,
  people,
  progress,
  competency,
  smallTalk,
];

const share = shareAmong(allButHelp) as AnyCommand;

/** Every command. A new one joins the list above. */
export const commands: readonly AnyCommand[] = [share, ...allButHelp, helpAbout([share, ...allButHelp])];

/** The command that answers the question of this name; undefined if there is none, as a forged button may claim. */
export function commandNamed(name: string): Command | undefined {
  return commands.find((command) => command.name === name) as Command | undefined;
}
