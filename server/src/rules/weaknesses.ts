import type { WorkSystem } from '../model/work-system.ts';
import { asksEach } from './asks.ts';
import { appendTo, scaffoldFields } from './fixes.ts';
import { valueAt } from './places.ts';
import { sensitiveItems } from './related.ts';
import type { Fix, Rule } from './rule.ts';
import { names } from './wordings.ts';

const addWeakness = (path: readonly (string | number)[]): Fix => ({
  title: 'Add a weakness',
  kind: 'scaffold',
  patches: [appendTo([...path, 'weaknesses'], { what: null, response: null, owner: null, due: null })],
});

/** Weak spots: Table 1, row PRO.1. */
export const weaknesses: readonly Rule<WorkSystem>[] = [
  asksEach({
    id: 'activities/weaknesses-never-reviewed',
    severity: 'information',
    kind: 'work-system',
    core: true,
    title: 'Weak spots never looked for',
    guidelines: ['PRO.1'],
    speaks:
      'An activity touches sensitive information, no weak spot is listed, and nobody is named who looked. An empty list alone does not say that anyone looked.',
    exceptions: 'An activity that ends soon.',
    rollUp: true,
    asks: 'activities.*.weaknesses_reviewed',
    of: (system: WorkSystem) => system.touching(),
    when: (activity, system) => system.touches(activity),
    // Whoever lists a weak spot has looked.
    orElse: (activity) => !activity.get('weaknesses').empty,
    message: (_activity, items) =>
      `What could go wrong with ${names(items)} in this activity? Nobody seems to have looked yet.`,
    related: (_activity, items) => sensitiveItems(items),
    fix: ['Record a review', { date: null, by: null }],
    moreFixes: (activity) => [addWeakness(activity.path)],
  }),
  {
    id: 'activities/weakness-unanswered',
    severity: 'warning',
    kind: 'work-system',
    core: true,
    title: 'Known weakness without an answer',
    guidelines: ['PRO.1'],
    speaks:
      'A weak spot is known and not yet dealt with, and it has no response, no owner, or a date that has passed. One that is only a sentence has neither response nor owner.',
    quiet: '`done_on` is given.',
    exceptions: 'A weak spot that is kept on purpose until a day that is known.',
    *check(system, { today }) {
      for (const activity of system.activities) {
        for (const weakness of activity.get('weaknesses').list()) {
          if (!weakness.given || !weakness.get('done_on').lacking) continue;
          const due = weakness.get('due');
          const absent = (['response', 'owner'] as const).filter((key) => weakness.get(key).lacking);
          const late = due.given && due.text !== undefined && due.text < today;
          if (absent.length === 0 && !late) continue;
          const at = absent.length > 0 ? weakness.path : due.path;
          const slots = (['response', 'owner', 'due'] as const).filter((key) => weakness.get(key).absent);
          yield {
            at,
            place: valueAt(at),
            message: `This weakness is known. Still open: ${[...absent.map((key) => `no ${key}`), ...(late ? [`due on ${due.text}`] : [])].join(', ')}.`,
            fixes: [
              ...(slots.length > 0
                ? [
                    scaffoldFields(
                      'Insert response, owner and date',
                      weakness.path,
                      Object.fromEntries(slots.map((key) => [key, null])),
                    ),
                  ]
                : []),
              scaffoldFields('Record as done', weakness.path, { done_on: null }),
            ],
          };
        }
      }
    },
  },
];
