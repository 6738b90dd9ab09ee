import type { WorkSystem } from '../model/work-system.ts';
import { appendTo } from './fixes.ts';
import { valueAt } from './places.ts';
import { sensitiveItems } from './related.ts';
import type { Fix, Rule } from './rule.ts';
import { choices } from './wordings.ts';

const MOST = 3;

/** Training that shows the harm: Table 1, rows PAR.2 and PAR.1. */
export const trainingTooGeneral: Rule<WorkSystem> = {
  id: 'participants/training-too-general',
  severity: 'information',
  kind: 'work-system',
  core: false,
  title: 'Training too general',
  guidelines: ['PAR.2', 'PAR.1'],
  speaks:
    'The training of a group does not cover what an incident does to people (`consequences`), or names none of the sensitive items they handle.',
  quiet: 'Nothing is listed under `covers`; `wording/slots-missing` speaks of that.',
  falseAlarms: 'A course on the item under another word: name the item by its id.',
  exceptions: 'A group whose course in their trade covers the harm.',
  *check(system) {
    for (const group of system.handlers()) {
      const training = group.get('training');
      const covers = training.get('covers');
      const topics = new Set(covers.tokens());
      if (topics.size === 0) continue;
      const items = system.handled(group);
      const missing = items.some(({ id }) => topics.has(id)) ? [] : items;
      const harm = topics.has('consequences') ? [] : ['consequences'];
      if (harm.length + missing.length === 0) continue;
      const told = missing.slice(0, MOST);
      const more = missing.length > MOST ? ['other items they handle'] : [];
      const list = [...(training.suppliedBy ?? training.path), 'covers'];
      const add = (name: string, topic: string, isHalf: boolean): Fix => ({
        title: `Add ${name}`,
        kind: isHalf ? 'scaffold' : 'decision',
        patches: [appendTo(list, topic)],
      });
      yield {
        at: covers.path,
        place: valueAt(covers.path),
        message: `The training does not cover ${choices([...harm, ...told.map(({ name }) => name), ...more])}.`,
        related: sensitiveItems(missing),
        fixes: [
          ...harm.map((topic) => add(topic, topic, missing.length > 0)),
          ...told.map(({ id, name }) => add(name, id, harm.length > 0)),
        ],
      };
    }
  },
};
