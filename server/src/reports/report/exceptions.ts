import type { CheckedDocument } from '../../check/checked-document.ts';
import { peopleIn } from '../../check/who-knows.ts';
import type { Day } from '../../formats/dates.ts';
import { ruleById } from '../../rules/index.ts';
import { apart } from '../apart.ts';
import { SOON } from '../diff-exceptions.ts';
import { type WrittenException, writtenExceptions } from '../exceptions.ts';
import type { Spot } from './report.ts';
import { spotOf } from './spots.ts';

/** Something that somebody decided to leave as it is, that does not arise here, or that is settled later. */
export interface Exception extends Spot {
  readonly kind: WrittenException['kind'] | 'comment';
  /** `ending` within 30 days, `ended` before today. */
  readonly state: 'holds' | 'ending' | 'ended';
  /** The rule it is from, and what that rule is about. */
  readonly rule?: string;
  readonly title?: string;
  readonly because?: string;
  /** Who decided it, or who is to settle it. */
  readonly who?: string;
  readonly until?: Day;
  readonly days?: number;
}

/** The exceptions of a document: first what has ended or ends soon, then the rest by what they are about. */
export function exceptionsIn(checked: CheckedDocument, today: Day): Exception[] {
  const all = [
    ...writtenExceptions(checked, today).map((each) => fromField(each, checked)),
    ...fromComments(checked),
  ].sort((a, b) => a.line - b.line);
  const urgent = all.filter(({ state }) => state !== 'holds').sort((a, b) => a.days! - b.days!);
  return [...urgent, ...all.filter(({ state }) => state === 'holds')];
}

function fromField({ kind, at, end, rule, because, who }: WrittenException, checked: CheckedDocument): Exception {
  const spot = spotOf(checked, pathOf(at));
  const [decider] = checked.model ? peopleIn(checked.model, who) : [];
  return {
    kind,
    ...spot,
    about: /^waivers\.\d+$/.test(at) ? 'The whole document' : spot.about,
    state: !end || end.days > SOON ? 'holds' : end.days < 0 ? 'ended' : 'ending',
    ...(rule !== undefined && { rule, ...titleOf(rule) }),
    ...(because !== undefined && { because }),
    ...(decider !== undefined && { who: apart(decider) }),
    ...end,
  };
}

/** A dotted path as it stands in a waiver; a number is the position in a list. */
const pathOf = (at: string): (string | number)[] =>
  at.split('.').map((key) => (/^\d{1,9}$/.test(key) ? Number(key) : key));

const fromComments = (checked: CheckedDocument): Exception[] =>
  checked.waived.flatMap(({ rule, at, waiver }) =>
    waiver.by === 'comment'
      ? [
          {
            kind: 'comment' as const,
            ...spotOf(checked, at),
            state: 'holds' as const,
            rule,
            ...titleOf(rule),
            because: apart(waiver.because),
          },
        ]
      : [],
  );

function titleOf(rule: string): Pick<Exception, 'title'> {
  const title = ruleById(rule)?.title;
  return title === undefined ? {} : { title };
}
