import type { Charter, Linked, LinkName } from '../model/charter.ts';
import type { Patch, Path } from '../yaml/node.ts';
import { decision, setAt } from './fixes.ts';
import { valueAt } from './places.ts';
import type { Fix, Related, Report, Rule } from './rule.ts';
import { count } from './wordings.ts';

interface Followed<S extends Linked['status']> {
  readonly name: LinkName;
  readonly at: Path;
  readonly linked: Extract<Linked, { status: S }>;
}

/** The links of a charter that led to one kind of result. */
function* linksThatAre<S extends Linked['status']>(charter: Charter, status: S): Generator<Followed<S>> {
  for (const name of ['as_is', 'to_be'] as const) {
    const linked = charter.links[name];
    if (linked?.status !== status) continue;
    yield { name, at: charter.root.get('work_system').get(name).path, linked: linked as Followed<S>['linked'] };
  }
}

const about = (at: Path, message: string, related: Related[] = [], fixes: Fix[] = []): Report => ({
  at,
  place: valueAt(at),
  message,
  related,
  fixes,
});

/** One fix for each description the link can be made to lead to. */
function choose(at: Path, { link, ids }: Extract<Linked, { status: 'not-one' }>): Fix[] {
  const hash = link.indexOf('#');
  const path = hash < 0 ? link : link.slice(0, hash);
  const once = ids.filter((id) => ids.indexOf(id) === ids.lastIndexOf(id));
  return once
    .slice(0, 3)
    .map((id) => decision(`${hash < 0 ? 'Add' : 'Replace with'} #${id}`, setAt(at, `${path}#${id}`)));
}

/** How many descriptions a link leads to: those of its id, where it names one. */
function leadsTo({ link, ids }: Extract<Linked, { status: 'not-one' }>): number {
  const hash = link.indexOf('#');
  const id = hash < 0 ? '' : link.slice(hash + 1);
  return id ? ids.filter((other) => other === id).length : ids.length;
}

const STATES = { as_is: 'as-is', to_be: 'to-be' } as const;

const stateOf = (linked: Linked | undefined) =>
  linked?.status === 'read' ? linked.system.root.get('state').text : undefined;

/** Swaps two links, or lets a single one stand for the other state, where that settles it. */
function swap(charter: Charter, name: LinkName, at: Path): Fix[] {
  const other = name === 'as_is' ? 'to_be' : 'as_is';
  const [here, there] = [charter.links[name], charter.links[other]];
  if (here && there) {
    if (stateOf(there) === STATES[other]) return [];
    const patches = [setAt(at, there.link), setAt(['work_system', other], here.link)];
    return [decision('Swap the two links', ...patches)];
  }
  const given = charter.root.get('work_system');
  if (!here || !given.get(other).absent) return [];
  const patch: Patch = given.sentence
    ? setAt(['work_system'], { [other]: here.link })
    : { op: 'rename', at, key: other };
  return [decision(`Make it the ${STATES[other]} link`, patch)];
}

/** Links to descriptions, which Table 2 takes for granted: what a project starts from and leads to. */
export const links: readonly Rule<Charter>[] = [
  {
    id: 'charter/link-missing',
    severity: 'error',
    kind: 'project-charter',
    core: true,
    title: 'Linked description not found',
    guidelines: [],
    speaks: 'The linked file does not exist, cannot be opened, or lies outside the folder that is checked.',
    falseAlarms: 'The file lies in another folder that was not opened.',
    exceptions: 'The description is still to be written; better to leave the link out until then.',
    *check(charter) {
      for (const { at, linked } of linksThatAre(charter, 'missing'))
        yield about(
          at,
          `The work system description ${linked.link} cannot be found.`,
          [],
          [{ title: 'Pick a file', kind: 'scaffold', patches: [setAt(at, null)] }],
        );
    },
  },
  {
    id: 'charter/link-wrong-kind',
    severity: 'error',
    kind: 'project-charter',
    core: false,
    title: 'Link does not lead to one description',
    guidelines: [],
    speaks: 'The linked file can be read, but holds no work system description, or several and the link names none.',
    exceptions: 'None: without one description the link says nothing.',
    *check(charter) {
      for (const { at, linked } of linksThatAre(charter, 'not-one')) {
        const number = leadsTo(linked);
        const holds = number === 0 ? 'no work system description' : count(number, 'work system description');
        yield about(at, `${linked.link} holds ${holds}; the link must lead to one.`, [], choose(at, linked));
      }
    },
  },
  {
    id: 'charter/link-not-checkable',
    severity: 'warning',
    kind: 'project-charter',
    core: false,
    title: 'Linked description not readable',
    guidelines: [],
    speaks: 'The linked description is there but cannot be read, so checks that need it are left out.',
    exceptions: 'None: it ends once the linked description is put right.',
    *check(charter) {
      for (const { at, linked } of linksThatAre(charter, 'unreadable')) {
        const { source, start, reason } = linked;
        const related = source
          ? [{ at: source.document.placeAt(start).at, part: 'key', message: reason, source } as const]
          : [];
        yield about(at, `${linked.link} cannot be read, so checks that need it are left out.`, related);
      }
    },
  },
  {
    id: 'charter/link-state-differs',
    severity: 'warning',
    kind: 'project-charter',
    core: false,
    title: 'Link leads to the other state',
    guidelines: [],
    speaks: 'The link for today’s work leads to a description marked as planned, or the other way round.',
    quiet: 'The description does not say its state, or both links lead to the same description.',
    exceptions: 'A planned description has become today’s work and its mark is changed later.',
    *check(charter) {
      if (charter.asIs && charter.asIs === charter.toBe) return;
      for (const { name, at, linked } of linksThatAre(charter, 'read')) {
        const state = linked.system.root.get('state');
        if (state.text === undefined || state.text === STATES[name]) continue;
        yield about(
          at,
          `This link asks for the ${STATES[name]} description, but ${linked.link} is marked ${state.text}.`,
          [{ ...valueAt(state.path), message: `It is marked ${state.text} here`, source: linked.source }],
          swap(charter, name, at),
        );
      }
    },
  },
];
