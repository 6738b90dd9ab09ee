import { type Charter, PHASE_NAMES, PHASES, type Risk } from '../model/charter.ts';
import type { Item } from '../model/sections.ts';
import { standing } from './answers.ts';
import { datesOutOfOrder } from './dates-in-order.ts';
import { appendTo, decision, scaffoldFields, setAt } from './fixes.ts';
import { firstKey, keyAt, valueAt } from './places.ts';
import { isPresent, isSpokenFor, phaseOf, phaseWords, speaksOfSecurity, touched } from './project.ts';
import type { Fix, Rule } from './rule.ts';
import { clip, names } from './wordings.ts';

/** Operation leads to no next phase and needs no gate. */
const GATED = ['initiation', 'development', 'implementation'] as const;

const SECTION = ['phases'] as const;

const ownerMissing: Rule<Charter> = {
  id: 'gates/owner-missing',
  severity: 'warning',
  kind: 'project-charter',
  core: true,
  title: 'Gate without an owner',
  guidelines: ['INI.1', 'IMP.1', 'S4.4'],
  rollUp: true,
  speaks: 'The project touches sensitive information, and nobody is named who decides that a phase is done.',
  quiet: 'The gate is a plain sentence. Operation and maintenance needs no gate.',
  falseAlarms: 'The sponsor decides at every gate, but it is not written down.',
  exceptions: 'Two phases end together and share one gate.',
  *check(charter, { today }) {
    if (!touched(charter)) return;
    for (const phase of GATED) {
      const planned = phaseOf(charter, phase);
      if (!isPresent(planned)) continue;
      const gate: Item = planned.get('gate');
      const decides: Item = gate.sentence || isSpokenFor(gate) ? gate : gate.get('owner');
      const stands = standing(decides, today);
      // One identity whether the gate or only its owner is missing, so that adding a gate makes no new finding.
      const at = gate.path;
      if (stands === 'unusable') continue;
      if (stands !== 'open' && !decides.lacking) {
        yield { settled: stands, at, section: SECTION };
        continue;
      }
      const slots = { owner: null, criteria: [], date: null };
      const missing = Object.entries(slots).filter(([key]) => gate.get(key).absent);
      yield {
        at,
        section: SECTION,
        name: PHASE_NAMES[phase],
        place: firstKey(charter.root, gate, planned),
        message: `Who decides that ${phaseWords(phase)} is done?`,
        fixes: missing.length > 0 ? [scaffoldFields('Insert a gate', at, Object.fromEntries(missing))] : [],
      };
    }
  },
};

const noSecurityCriterion: Rule<Charter> = {
  id: 'gates/no-security-criterion',
  severity: 'warning',
  kind: 'project-charter',
  core: true,
  title: 'Gate without a word about security',
  guidelines: ['INI.1', 'IMP.1', 'DEV.2'],
  rollUp: true,
  speaks: 'The project touches sensitive information, and a phase can be passed without anything about security.',
  quiet:
    'A criterion has the type security, names a security requirement, a security risk or a control, or speaks of protection.',
  falseAlarms: 'The criteria are in a language other than English and have no type.',
  exceptions: 'The phase changes nothing that could harm the information.',
  *check(charter, { today }) {
    if (!touched(charter)) return;
    for (const phase of GATED) {
      const gate: Item = phaseOf(charter, phase).get('gate');
      const criteria: Item = gate.get('criteria');
      if (!gate.given || criteria.state === 'wrong') continue;
      const at = gate.path;
      if (isSpokenFor(criteria)) {
        const stands = standing(criteria, today);
        if (stands !== 'open' && stands !== 'unusable') yield { settled: stands, at, section: SECTION };
      } else if (criteria.list().some((criterion) => speaksOfSecurity(charter, criterion, 'text'))) {
        yield { settled: 'answered', at, section: SECTION };
      } else {
        yield {
          at,
          section: SECTION,
          name: PHASE_NAMES[phase],
          place: firstKey(charter.root, criteria, gate),
          message: `${PHASE_NAMES[phase]} could be passed without a word about security.`,
          fixes: [addCriterion(gate), ...markCriteria(gate, criteria)],
        };
      }
    }
  },
};

function addCriterion(gate: Item): Fix {
  const open = { text: null, type: 'security' };
  const patch = gate.sentence
    ? // A sentence alone is not asked who decides; a map is.
      setAt(gate.path, { owner: null, criteria: [gate.text, open] })
    : appendTo([...gate.path, 'criteria'], open);
  return { title: 'Add a criterion', kind: 'scaffold', patches: [patch] };
}

/** One fix for each criterion that may be about security without saying so. */
function markCriteria(gate: Item, criteria: Item): Fix[] {
  const unmarked = criteria.list().filter((entry) => entry.get('type').lacking && entry.get('text').text);
  return unmarked.slice(0, 3).map((criterion) => {
    const words = criterion.get('text').text ?? '';
    const which = unmarked.length === 1 ? '' : `: ${clip(words)}`;
    return decision(
      `Mark this criterion as one about security${which}`,
      gate.sentence
        ? setAt(gate.path, { criteria: [{ text: words, type: 'security' }] })
        : setAt([...criterion.path, 'type'], 'security'),
    );
  });
}

/** An open security risk that nobody accepts and nobody works on. */
function isUnattended(risk: Risk): boolean {
  const status = risk.get('status');
  const open = status.text === undefined ? status.state !== 'wrong' : status.text === 'open';
  const onIt = !risk.get('owner').lacking && !risk.get('response').absent;
  return risk.get('category').text === 'security' && open && risk.get('accepted_by').lacking && !onIt;
}

const passedWithOpenRisk: Rule<Charter> = {
  id: 'gates/passed-with-open-risk',
  severity: 'warning',
  kind: 'project-charter',
  core: false,
  title: 'Gate passed with an open risk',
  guidelines: ['INI.1', 'S4.4'],
  speaks:
    'A gate was passed while an open security risk has neither somebody who accepts it nor an owner and a response.',
  falseAlarms: 'The risk was found after the gate.',
  exceptions: 'The gate was passed before risks were written down.',
  *check(charter) {
    const passed = PHASES.map((phase) => phaseOf(charter, phase).get('gate').get('passed'))
      .filter(({ value }) => value !== undefined && value !== false)
      .at(-1);
    const risks = charter.risks.filter(isUnattended);
    if (!passed || risks.length === 0) return;
    yield {
      at: passed.path,
      place: valueAt(passed.path),
      message: `Passed while ${names(risks, 2)} ${risks.length === 1 ? 'stands open with nobody on it' : 'stand open with nobody on them'}.`,
      related: risks.map((risk) => ({ ...keyAt(risk.path), message: `${risk.name} has nobody on it` })),
      fixes: risks.slice(0, 3).flatMap((risk) => attend(risk, risks.length === 1 ? 'the risk' : `“${risk.name}”`)),
    };
  },
};

function attend(risk: Risk, called: string): Fix[] {
  const slots = (keys: readonly ('accepted_by' | 'until' | 'owner' | 'response')[]) =>
    Object.fromEntries(keys.filter((key) => risk.get(key).lacking).map((key) => [key, null]));
  return [
    scaffoldFields(`Name who accepts ${called}`, risk.path, slots(['accepted_by', 'until'])),
    scaffoldFields(`Give ${called} an owner and a response`, risk.path, slots(['owner', 'response'])),
  ];
}

/** Gates between the phases: Table 2, rows INI.1, IMP.1 and DEV.2. */
export const gates: readonly Rule<Charter>[] = [ownerMissing, noSecurityCriterion, passedWithOpenRisk, datesOutOfOrder];
