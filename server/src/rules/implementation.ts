import type { Charter } from '../model/charter.ts';
import type { Information, Item } from '../model/sections.ts';
import { asksOnce } from './asks.ts';
import { briefingGaps } from './briefing.ts';
import { appendTo, decision, scaffoldFields, setAt } from './fixes.ts';
import { firstKey, keyAt, valueAt } from './places.ts';
import { dayOf, inSystem, isPresent, isSpokenFor, itemNames, phaseOf, speaksOfSecurity, touched } from './project.ts';
import type { Rule } from './rule.ts';
import { clip, count, names } from './wordings.ts';

const PHASE = ['phases', 'implementation'] as const;

const groupUntrained: Rule<Charter> = {
  id: 'implementation/group-untrained',
  severity: 'warning',
  kind: 'project-charter',
  core: true,
  title: 'Group left out of training',
  guidelines: ['IMP.2', 'PAR.2'],
  speaks:
    'A group that handles sensitive information in the linked description is in no training of the implementation. One whose last day is still blank does not count.',
  quiet: 'The implementation is not planned yet, or the linked description cannot be read.',
  falseAlarms: 'The group is called otherwise in the training; use its id.',
  exceptions: 'The change does not reach the work of this group.',
  *check(charter) {
    const phase = phaseOf(charter, 'implementation');
    const training = phase.get('training');
    const system = charter.linked;
    if (!system || !isPresent(phase) || isSpokenFor(training)) return;
    const planned = training.list();
    if (planned.some((entry) => isSpokenFor(entry.get('audience')))) return;
    const groupsOf = (entries: typeof planned) => new Set(entries.flatMap((entry) => entry.get('audience').tokens()));
    // An entry that was begun and has no day yet trains nobody.
    const trained = groupsOf(planned.filter((entry) => entry.get('ends').state !== 'blank'));
    const listed = groupsOf(planned);
    const missing = charter.handlers().filter(({ id }) => !trained.has(id));
    if (missing.length === 0) return;
    const handled = new Set<Information>(missing.flatMap((group) => system.handled(group)));
    const audience = missing.map(({ id }) => id).filter((id) => !listed.has(id));
    const entry = { audience, ends: null, covers: [] };
    yield {
      at: PHASE,
      place: firstKey(charter.root, training, phase),
      message: `${names(missing, 2)} will handle ${itemNames([...handled])} but are in no training planned here.`,
      related: missing.map((group) =>
        inSystem(charter, system, {
          ...keyAt(group.path),
          message: `${group.name} will handle ${itemNames(system.handled(group))}`,
        }),
      ),
      fixes:
        audience.length === 0
          ? []
          : [{ title: 'Add the groups', kind: 'scaffold', patches: [appendTo(training.path, entry)] }],
    };
  },
};

const trainedAfterStart: Rule<Charter> = {
  id: 'implementation/trained-after-start',
  severity: 'warning',
  kind: 'project-charter',
  core: false,
  title: 'Trained after the start',
  guidelines: ['IMP.1'],
  speaks: 'A training ends after the first day of the new way of working.',
  falseAlarms: 'A repeat for those who were trained in time.',
  exceptions: 'The group starts later than the others.',
  *check(charter) {
    const phase = phaseOf(charter, 'implementation');
    const start = phase.get('go_live');
    const from = dayOf(start);
    if (!from) return;
    for (const entry of phase.get('training').list()) {
      const ends = dayOf(entry.get('ends'));
      if (!ends || ends <= from) continue;
      const at = entry.get('ends').path;
      yield {
        at,
        place: valueAt(at),
        message: `${audienceNames(charter, entry.get('audience')) || 'People'} start on ${from} but are trained only by ${ends}.`,
        related: [{ ...valueAt(start.path), message: `The new way starts on ${from}` }],
        fixes: [decision(`Move the date to ${from}`, setAt(at, from))],
      };
    }
  },
};

const audienceNames = (charter: Charter, audience: Item): string =>
  names(
    audience.tokens().map((token) => charter.candidates(audience.field, token)[0]?.item.name ?? clip(token)),
    2,
  );

const CONVERSION = {
  protected_by: 'what protects them on the way',
  old_copies: 'what happens to the old copies',
} as const;

const conversionUnprotected: Rule<Charter> = {
  id: 'implementation/conversion-unprotected',
  severity: 'warning',
  kind: 'project-charter',
  core: false,
  title: 'Data moved unprotected',
  guidelines: ['IMP.1', 'INF.2'],
  speaks:
    'Sensitive information is moved to a new place, and it is not said what protects it on the way or what happens to the old copies.',
  quiet: 'The conversion is told in a plain sentence, or nothing that is moved is sensitive.',
  falseAlarms: 'The information stays where it is and only its form changes.',
  exceptions: 'The old copies must be kept by law; name that in old_copies.',
  *check(charter) {
    const conversion = phaseOf(charter, 'implementation').get('conversion');
    const moved = charter.sensitiveAmong(conversion.get('moves'));
    const missing = (['protected_by', 'old_copies'] as const).filter((key) => conversion.get(key).absent);
    if (moved.length === 0 || missing.length === 0) return;
    const slots = Object.fromEntries(missing.map((key) => [key, null]));
    yield {
      at: conversion.path,
      message: `${itemNames(moved)} are moved. Not said yet: ${names(missing.map((key) => CONVERSION[key]))}.`,
      fixes: [scaffoldFields('Insert the missing slots', conversion.path, slots)],
    };
  },
};

const acceptanceSilent: Rule<Charter> = {
  id: 'implementation/acceptance-silent',
  severity: 'information',
  kind: 'project-charter',
  core: false,
  title: 'Acceptance silent on security',
  guidelines: ['IMP.1'],
  speaks:
    'The project touches sensitive information, and nothing about security is asked for when the new way is accepted.',
  quiet: 'A criterion has the type security, names a security requirement, risk or control, or speaks of protection.',
  falseAlarms: 'The criteria are in a language other than English and have no type.',
  exceptions: 'The gate before the start asks for the same.',
  *check(charter) {
    const phase = phaseOf(charter, 'implementation');
    const acceptance = phase.get('acceptance');
    if (!isPresent(phase) || isSpokenFor(acceptance) || !touched(charter)) return;
    if (acceptance.list().some((entry) => speaksOfSecurity(charter, entry, 'criterion'))) return;
    yield {
      at: PHASE,
      place: firstKey(charter.root, acceptance, phase),
      message: 'The new way of working could be accepted with its protection switched off.',
      fixes: [
        {
          title: 'Add a criterion',
          kind: 'scaffold',
          patches: [appendTo(acceptance.path, { criterion: null, type: 'security' })],
        },
      ],
    };
  },
};

const noEffort: Rule<Charter> = {
  id: 'implementation/no-effort',
  severity: 'information',
  kind: 'project-charter',
  core: false,
  title: 'No time for security in the change',
  guidelines: ['IMP.1'],
  speaks:
    'The project touches sensitive information, and of the hours for the change none are for security, or neither hours nor security are planned.',
  quiet: 'The effort is told in a plain sentence.',
  falseAlarms: 'The hours for security are part of another plan.',
  exceptions: 'A change of a few hours.',
  *check(charter) {
    const phase = phaseOf(charter, 'implementation');
    if (!isPresent(phase) || !touched(charter)) return;
    const effort = phase.get('effort');
    const [total, forSecurity] = [effort.get('total_hours'), effort.get('security_hours')];
    const unsplit = total.number !== undefined && (forSecurity.lacking || forSecurity.number === 0);
    if (!unsplit && !(effort.lacking && phase.get('security').absent)) return;
    const slots = unsplit ? { security_hours: null } : { total_hours: null, security_hours: null };
    const hours =
      total.number === undefined
        ? 'No hours are'
        : `${count(total.number, 'hour')} ${total.number === 1 ? 'is' : 'are'}`;
    yield {
      at: PHASE,
      place: firstKey(charter.root, effort, phase),
      message: `${hours} planned for the change; nothing is named for security.`,
      fixes: [scaffoldFields('Name the hours', effort.path, slots)],
    };
  },
};

/** Bringing the change to the people: Table 2, rows IMP.1 and IMP.2. */
export const implementation: readonly Rule<Charter>[] = [
  briefingGaps,
  asksOnce({
    id: 'implementation/reasons-not-given',
    severity: 'information',
    kind: 'project-charter',
    core: false,
    title: 'Reasons not given',
    guidelines: ['IMP.2', 'S4.3'],
    speaks: 'The project touches sensitive information, and the briefing tells people what to do but not why.',
    quiet: 'There is no briefing yet, or it is a plain sentence.',
    falseAlarms: 'The reasons are part of the other answers.',
    exceptions: 'The people know the reasons from their trade.',
    asks: 'phases.implementation.briefing.why_it_matters',
    when: (_root, charter: Charter) => phaseOf(charter, 'implementation').get('briefing').detailed && touched(charter),
    place: () => keyAt([...PHASE, 'briefing']),
    message: () => 'People will ask why. What is the answer for their work?',
    fix: ['Give the reason', null],
  }),
  groupUntrained,
  trainedAfterStart,
  conversionUnprotected,
  acceptanceSilent,
  noEffort,
];
