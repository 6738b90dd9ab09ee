import type { Information, Infrastructure } from '../model/sections.ts';
import type { WorkSystem } from '../model/work-system.ts';
import { standing } from './answers.ts';
import { asksEach } from './asks.ts';
import { decision, scaffold, setAt } from './fixes.ts';
import { valueAt } from './places.ts';
import { sensitiveItems } from './related.ts';
import type { Fix, Rule } from './rule.ts';
import { names } from './wordings.ts';

const all = (system: WorkSystem): readonly Infrastructure[] => system.infrastructure;

/** The sensitive items that lie on an infrastructure; undefined where there are none. */
const hosted = (place: Infrastructure, system: WorkSystem): readonly Information[] | undefined => {
  const items = system.hosted(place);
  return items.length > 0 ? items : undefined;
};

const isShared = (place: Infrastructure): boolean => place.get('shared_with').tokens().length > 0;
const isOpen = (place: Infrastructure): boolean => place.get('access').text === 'everyone';

/** Who else uses an infrastructure, by name where they are described here, else in the words given. */
function others(place: Infrastructure, system: WorkSystem): string[] {
  const shared = place.get('shared_with');
  return shared.tokens().map((token) => system.target(token, shared.field.to ?? [])?.item.name ?? token);
}

const limited = asksEach({
  id: 'infrastructure/open-to-all',
  severity: 'information',
  kind: 'work-system',
  core: false,
  title: 'Shared service open to all',
  guidelines: ['IFR.2b'],
  speaks:
    'Something shared holds sensitive information, and it is open to everyone, or nothing says who may reach what.',
  exceptions: 'All who share it handle the same information anyway.',
  rollUp: true,
  asks: 'infrastructure.*.use_limits',
  of: all,
  when: (place, system) => !isOpen(place) && isShared(place) && hosted(place, system),
  message: mustBeOpen,
  fix: ['Say who may reach what', null],
});

function mustBeOpen(place: Infrastructure): string {
  return `Must ${place.name} be open to all who share it?`;
}

const openToAll: Rule<WorkSystem> = {
  ...limited,
  *check(system, context) {
    yield* limited.check(system, context);
    for (const place of system.infrastructure) {
      if (!isOpen(place) || !hosted(place, system)) continue;
      const section = place.holder;
      const stands = standing(place.get('use_limits'), context.today);
      if (stands === 'not-applicable' || stands === 'later') {
        yield { settled: stands, at: place.path, section };
        continue;
      }
      // Limits and “open to everyone” contradict each other: the question stays, but somebody has started.
      if (stands === 'answered') yield { settled: 'answered', at: place.path, section };
      const at = [...place.path, 'access'];
      yield {
        at,
        place: valueAt(at),
        section,
        name: place.name,
        ...(stands !== 'answered' && { asked: [...place.path, 'use_limits'] }),
        message: mustBeOpen(place),
        fixes: [closing(place, stands === 'answered')],
      };
    }
  },
};

/** Whoever says who may reach what says with it that not everyone may. */
function closing(place: Infrastructure, limitsGiven: boolean): Fix {
  const close = setAt([...place.path, 'access'], 'limited');
  if (limitsGiven) return decision('Change access to limited', close);
  const limits = scaffold('Say who may reach what', [...place.path, 'use_limits'], null, mustBeOpen(place));
  return { ...limits, patches: [close, ...limits.patches] };
}

/** Infrastructure: Table 1, rows IFR.1, IFR.2a and IFR.2b. */
export const infrastructure: readonly Rule<WorkSystem>[] = [
  asksEach({
    id: 'infrastructure/shared-risk-open',
    severity: 'warning',
    kind: 'work-system',
    core: true,
    title: 'Risk of sharing not looked at',
    guidelines: ['IFR.1'],
    speaks: 'Others use something that holds sensitive information, and nothing says what that could mean.',
    exceptions: 'The others are named but have never had access.',
    rollUp: true,
    asks: 'infrastructure.*.shared_risks',
    of: all,
    when: (place, system) => isShared(place) && hosted(place, system),
    message: (place, items, system) =>
      `${names(others(place, system), 2)} use ${place.name} too. What could that mean for ${names(items, 2)}?`,
    related: (_place, items) => sensitiveItems(items),
    fix: ['Describe the risk', null],
  }),
  asksEach({
    id: 'infrastructure/unwatched',
    severity: 'warning',
    kind: 'work-system',
    core: true,
    title: 'Shared service unwatched',
    guidelines: ['IFR.2a'],
    speaks: 'Something shared or run elsewhere holds sensitive information, and nobody is said to watch it.',
    exceptions: 'The provider watches it and gives nobody a way to look; then write that down instead.',
    rollUp: true,
    asks: 'infrastructure.*.watched_by',
    of: all,
    when: hosted,
    message: (place, items) => `${place.name} holds ${names(items, 2)}. Who watches it for signs of trouble?`,
    related: (_place, items) => sensitiveItems(items),
    fix: ['Say who looks, how and how often', { who: null, how: null, every: null }],
  }),
  asksEach({
    id: 'infrastructure/no-incident-contact',
    severity: 'information',
    kind: 'work-system',
    core: false,
    title: "Provider's trouble may go unheard",
    guidelines: ['IFR.1', 'S4.5'],
    speaks:
      'Another organisation runs something that holds sensitive information, and nothing says how you hear when it is hit.',
    exceptions: 'The contract is being renewed with such a clause, and the date is set.',
    rollUp: true,
    asks: 'infrastructure.*.incident_contact',
    of: all,
    when: (place, system) => place.get('external').flag === true && hosted(place, system),
    message: (place) => `If the provider of ${place.name} is hit, how and how soon do you hear?`,
    fix: ['Say how you hear', null],
  }),
  openToAll,
];
