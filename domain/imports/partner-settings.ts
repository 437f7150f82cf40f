/** Settings are what a file may say of the partner itself; what it does not name stays. */
import { digestOf } from '../programme/fingerprint';
import type { PartnerPart } from './import-trace';
import type { Differences } from './reconcile-figures';
import type { Partner } from '../partner/partner';

/** Puts the settings of a file to what is kept; what was at its default before is new, anything else that differs changed. */
export function reconcileSettings(
  kept: Partner,
  { settings, defaults }: { readonly settings: PartnerPart; readonly defaults: Partner },
): Differences & { readonly partner: Partner } {
  const names = Object.keys(settings) as (keyof PartnerPart)[];
  const says = (partner: PartnerPart, name: keyof PartnerPart) => digestOf([partner[name]]);
  const differing = names.filter((name) => says(kept, name) !== says(settings, name));
  const fresh = differing.filter((name) => says(kept, name) === says(defaults, name));
  return {
    new: fresh,
    changed: differing.filter((name) => !fresh.includes(name)),
    unchanged: names.filter((name) => !differing.includes(name)),
    partner: { ...kept, ...settings },
  };
}
