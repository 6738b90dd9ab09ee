import { describe, expect, it, vi } from 'vitest';
import { createChecking } from '../../server/src/checking.ts';
import { EditorLibrary } from '../../server/src/library.ts';
import { modelRules } from '../../server/src/rules/index.ts';
import { unhurried } from '../../server/src/unhurried.ts';
import { asData } from '../helpers/as-data.ts';
import { TODAY } from '../helpers/check.ts';
import { generatedDescription } from '../helpers/generated.ts';

const URI = 'file:///work/a.work-system.yaml';
const TEXT = generatedDescription(200);

function editor(text = TEXT) {
  const library = new EditorLibrary({ readFile: async () => undefined, findFiles: async () => [], today: () => TODAY });
  library.setText(URI, 1, text);
  return { library, service: createChecking(library) };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** How often a rule that every description is asked about is asked meanwhile. */
function asking(rule: string, act: () => void): number {
  const spy = vi.spyOn(modelRules.find(({ id }) => id === rule)!, 'check');
  act();
  const times = spy.mock.calls.length;
  spy.mockRestore();
  return times;
}

/** Work of so many steps, each of which takes some milliseconds. */
function* work(steps: number, milliseconds: number, done: () => void): Generator<void> {
  for (let step = 0; step < steps; step++) {
    for (const until = performance.now() + milliseconds; performance.now() < until; );
    done();
    yield;
  }
}

describe('long work', () => {
  it('lets others have their turn, and goes on', async () => {
    const order: string[] = [];
    const steps = work(20, 5, () => order.push('step'));
    setImmediate(() => order.push('somebody else'));
    expect(await unhurried(steps, () => false, turn)).toBe(true);
    expect(order.filter((each) => each === 'step')).toHaveLength(20);
    expect(order.at(-1)).toBe('step');
    expect(order).toContain('somebody else');
  });

  it('is given up as soon as nobody wants it', async () => {
    let [taken, isUnwanted] = [0, false];
    setImmediate(() => {
      isUnwanted = true;
    });
    const steps = work(1_000, 5, () => taken++);
    expect(await unhurried(steps, () => isUnwanted, turn)).toBe(false);
    expect(taken).toBeLessThan(50);
  });

  it('takes no turn where it is short', async () => {
    const short = work(3, 0, () => {});
    expect(await unhurried(short, () => true, turn)).toBe(true);
  });
});

describe('a check in steps', () => {
  it('finds what a check without a break finds, and is known from then on', () => {
    const { service } = editor();
    for (const _ of service.inSteps(URI));
    const asked = asking('information/no-owner', () => service.diagnostics(URI));
    expect(asked).toBe(0);
    const found = (checked = service.check(URI)) => checked!.findings.map(asData);
    expect(JSON.stringify(found())).toBe(JSON.stringify(found(editor().service.check(URI))));
  });

  it('that is given up leaves nothing behind', () => {
    const { library, service } = editor();
    for (const _ of service.inSteps(URI)) break;
    library.setText(URI, 2, `${TEXT}# More\n`);
    expect(service.diagnostics(URI)).toEqual(editor(`${TEXT}# More\n`).service.diagnostics(URI));
  });

  it('ends when somebody who could not wait has had all of it checked', () => {
    const { service } = editor();
    const steps = service.inSteps(URI)[Symbol.iterator]();
    steps.next();
    const waited = asking('information/no-owner', () => {
      service.diagnostics(URI);
      while (!steps.next().done);
    });
    expect(waited).toBe(1);
  });
});
