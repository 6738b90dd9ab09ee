/**
 * Somebody who looks at what stands in a document: a rule, or a notion that several rules share. Nothing that an
 * onlooker says can change while the words it looked at stay as they are.
 */
export class Onlooker {
  private static readonly known = new Map<string, Onlooker>();

  /** The notions it goes by: what they looked at may have been looked at long before. */
  readonly goesBy = new Set<Onlooker>();

  private constructor(readonly number: number) {}

  /** The onlooker of a name; the same one each time. */
  static named(name: string): Onlooker {
    let onlooker = Onlooker.known.get(name);
    if (!onlooker) {
      onlooker = new Onlooker(Onlooker.known.size);
      Onlooker.known.set(name, onlooker);
    }
    return onlooker;
  }

  /** Every onlooker there has been. */
  static all(): Iterable<Onlooker> {
    return Onlooker.known.values();
  }
}

/** Many more than come together over a folder of descriptions, in no more than a few mebibytes. */
const MOST_CROWDS = 5_000;

/**
 * Several onlookers, as they are noted on each word of a document. Of the same onlookers there is one crowd only, so
 * that noting them costs next to nothing: it is done whenever a rule reads anything. Over days more may come together
 * than memory should be spent on: from then on, whoever else does counts as everybody, who is asked more often than
 * need be.
 */
export class Crowd {
  private static readonly known = new Map<string, Crowd>();
  private static readonly everybody = new Crowd(undefined);

  private readonly joined = new Map<Crowd, Crowd>();
  /** The crowd that joined last, and what came of it: items one after the other are looked at by the same. */
  private lately: Crowd = this;
  private together: Crowd = this;

  private constructor(private readonly named: ReadonlySet<Onlooker> | undefined) {}

  get members(): ReadonlySet<Onlooker> {
    return this.named ?? new Set(Onlooker.all());
  }

  static of(members: Iterable<Onlooker>): Crowd {
    const distinct = new Set(members);
    const numbers = [...distinct].map(({ number }) => number).sort((a, b) => a - b);
    const key = numbers.join();
    let crowd = Crowd.known.get(key);
    if (!crowd) {
      if (Crowd.known.size >= MOST_CROWDS) return Crowd.everybody;
      crowd = new Crowd(distinct);
      Crowd.known.set(key, crowd);
    }
    return crowd;
  }

  with(other: Crowd): Crowd {
    if (this.lately === other) return this.together;
    if (this === Crowd.everybody || other === Crowd.everybody) return Crowd.everybody;
    let together = this.joined.get(other);
    if (!together) {
      together = Crowd.of([...this.members, ...other.members]);
      this.joined.set(other, together);
    }
    this.lately = other;
    this.together = together;
    return together;
  }
}

export const NOBODY = Crowd.of([]);

const alone = new Map<Onlooker, Crowd>();

function crowdOf(onlooker: Onlooker): Crowd {
  let crowd = alone.get(onlooker);
  if (!crowd) {
    crowd = Crowd.of([onlooker]);
    alone.set(onlooker, crowd);
  }
  return crowd;
}

let noting = false;
let looking = NOBODY;
let foremost: Onlooker | undefined;

/**
 * From now on it is noted who looks at what. It takes time and room, which a program that checks each file once does
 * not need; one that checks files again and again has to begin before it reads the first.
 */
export function noteWhoLooks(): void {
  noting = true;
}

/** Whether it is noted who looks at what. */
export const isNoted = (): boolean => noting;

/** Those who look at whatever is read now. */
export const whoLooks = (): Crowd => looking;

/** Does work on somebody's behalf: what is read meanwhile was looked at by them, and by those who wait for it. */
export function lookingOn<T>(onlooker: Onlooker, work: () => T): T {
  if (!noting) return work();
  const before = { looking, foremost };
  looking = looking.with(crowdOf(onlooker));
  foremost = onlooker;
  try {
    return work();
  } finally {
    ({ looking, foremost } = before);
  }
}

/** Notes that whoever looks now goes by what a notion says. */
export function goesBy(notion: Onlooker): void {
  foremost?.goesBy.add(notion);
}

/** Onlookers, and all who go by what one of them says. */
export function withFollowers(onlookers: Iterable<Onlooker>): ReadonlySet<Onlooker> {
  const found = new Set(onlookers);
  const all = [...Onlooker.all()];
  const follows = (onlooker: Onlooker): boolean => [...onlooker.goesBy].some((notion) => found.has(notion));
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const onlooker of all) if (!found.has(onlooker) && follows(onlooker)) found.add(onlooker);
  }
  return found;
}
