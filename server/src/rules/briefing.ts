import type { Charter } from '../model/charter.ts';
import { standing } from './answers.ts';
import { scaffold, scaffoldFields } from './fixes.ts';
import { firstKey } from './places.ts';
import { phaseOf, touchedIn } from './project.ts';
import type { Rule } from './rule.ts';
import { keyWords, names } from './wordings.ts';

const TOPICS = ['personal_devices', 'passwords', 'logging_off'] as const;

/** Asks for a briefing, and for the topics a briefing that is told in slots leaves out. */
export const briefingGaps: Rule<Charter> = {
  id: 'implementation/briefing-gaps',
  severity: 'warning',
  kind: 'project-charter',
  core: true,
  title: 'Briefing with gaps',
  guidelines: ['IMP.2'],
  asks: 'phases.implementation.briefing',
  speaks:
    'The project touches sensitive information, and people are not told about their own devices, about signing in or about signing out.',
  quiet: 'A briefing in a plain sentence answers it.',
  falseAlarms: 'The topics are part of a yearly training; say so in the slot.',
  exceptions: 'Nobody signs in anywhere in the new way of working.',
  *check(charter, { today }) {
    if (!touchedIn('implementation')(undefined, charter)) return;
    const phase = phaseOf(charter, 'implementation');
    const briefing = phase.get('briefing');
    // One identity for both cases, so that a first topic makes no new finding.
    const at = phase.path;
    const stands = standing(briefing, today);
    const missing = TOPICS.filter((topic) => briefing.get(topic).absent);
    if (stands === 'unusable') return;
    if (stands !== 'open' && !(briefing.detailed && missing.length > 0)) {
      yield { settled: stands, at };
      return;
    }
    const slots = Object.fromEntries(missing.map((topic) => [topic, null]));
    const whole = stands === 'open';
    const message = `The briefing does not yet cover ${names(missing.map(keyWords))}.`;
    const [only, ...others] = missing;
    yield {
      at,
      place: firstKey(charter.root, briefing, phase),
      message,
      // “Does not apply” and “Ask later” must not wipe out the topics that are covered.
      ...(whole && { asked: briefing.path }),
      ...(!whole && only && others.length === 0 && { asked: [...briefing.path, only] }),
      fixes: whole
        ? [scaffold('Insert the topics', briefing.path, slots, message)]
        : [scaffoldFields('Insert the topics', briefing.path, slots)],
    };
  },
};
