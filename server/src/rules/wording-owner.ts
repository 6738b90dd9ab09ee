import { plainWords } from '../formats/words.ts';
import type { Path } from '../yaml/node.ts';
import { setAt } from './fixes.ts';
import { valueAt } from './places.ts';
import { namesOf } from './reference-names.ts';
import type { Fix, Model, Rule } from './rule.ts';
import { keyOf, written } from './wording-fields.ts';
import { clip } from './wordings.ts';

const FIELDS: ReadonlySet<string> = new Set([
  'owner',
  'who',
  'by',
  'responder',
  'backup',
  'security_lead',
  'security_accountable',
  'security_owner',
  'incident_responder',
  'decided_by',
  'approved_by',
  'accepted_by',
  'to',
  'overseen_by',
]);

const EVERYONE: ReadonlySet<string> = new Set([
  'everyone',
  'everybody',
  'all',
  'all staff',
  'staff',
  'all employees',
  'employees',
  'users',
  'all users',
  'the team',
  'team',
  'the business',
  'management',
  'it',
  'the it',
  'it department',
  'nobody',
]);

export const collectiveOwner: Rule<Model> = {
  id: 'wording/collective-owner',
  severity: 'warning',
  kind: 'both',
  core: true,
  title: 'Everyone named as responsible',
  guidelines: ['S4.4', 'S4.6'],
  speaks: 'A field that names who is responsible holds everyone, the team, management or the like.',
  quiet: 'The word is the id of a post or group that is listed.',
  *check(model) {
    const names = namesOf(model);
    for (const reading of written(model)) {
      const { field, path } = reading;
      if (field.type !== 'who' || !reading.given || !FIELDS.has(keyOf(reading))) continue;
      const { text } = reading;
      if (text === undefined || !EVERYONE.has(plainWords(text)) || names.called({ field, token: text }).length > 0)
        continue;
      yield {
        at: path,
        place: valueAt(path),
        message: `“${clip(text)}” tends to mean nobody. Which one post?`,
        fixes: [...rolesToPick(model, path), roleToAdd(model, path)],
      };
    }
  },
};

/** One of the posts there are. Which one it is, a person has to say. */
const rolesToPick = (model: Model, at: Path): Fix[] =>
  [...(model.sections.get('roles')?.keys() ?? [])].slice(0, 3).map((id) => ({
    title: `Pick a post from roles: ${id}`,
    kind: 'waive',
    patches: [setAt(at, id)],
  }));

/** A post without words, and a blank where it is to be named. */
function roleToAdd(model: Model, at: Path): Fix {
  const taken = model.sections.get('roles');
  let id = 'new-post';
  for (let n = 2; taken?.has(id); n++) id = `new-post-${n}`;
  return { title: 'Add a post to roles', kind: 'scaffold', patches: [setAt(['roles', id], null), setAt(at, null)] };
}
