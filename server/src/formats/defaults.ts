import type { Path } from '../yaml/node.ts';
import type { Reading } from './reading.ts';
import { sectionPath } from './section-path.ts';

/** Gives each item the fields that `defaults` supplies and that it does not have itself. */
export function withDefaults(root: Reading): Reading {
  const defaults = root.fields.get('defaults');
  if (!defaults?.given) return root;
  let filled = root;
  for (const [name, supplied] of defaults.fields) {
    if (!supplied.given) continue;
    filled = replaceAt(filled, sectionPath(name) as string[], (section) => fillSection(section, supplied));
  }
  return filled;
}

function fillSection(section: Reading, supplied: Reading): Reading {
  const items = new Map<string, Reading>();
  for (const [id, item] of section.fields) {
    if (item.state !== 'given') {
      items.set(id, item);
      continue;
    }
    const fields = new Map(item.fields);
    for (const [key, value] of supplied.fields) {
      if (fields.has(key)) continue;
      fields.set(key, rebase(value, [...item.path, key]));
    }
    items.set(id, item.with({ fields }));
  }
  return section.with({ fields: items });
}

/** A default's value as the item's own: findings about it then sit on the item, since nothing stands at its path. */
function rebase(value: Reading, path: Path): Reading {
  const tail = (inner: Reading): Path => [...path, ...inner.path.slice(value.path.length)];
  const move = (inner: Reading): Reading =>
    inner.with({
      path: tail(inner),
      suppliedBy: inner.path,
      fields: new Map([...inner.fields].map(([key, field]) => [key, move(field)])),
      elements: inner.elements.map(move),
    });
  return move(value);
}

function replaceAt(reading: Reading, path: readonly string[], change: (found: Reading) => Reading): Reading {
  const [key, ...rest] = path;
  if (key === undefined) return change(reading);
  const child = reading.fields.get(key);
  if (!child) return reading;
  const fields = new Map(reading.fields).set(key, replaceAt(child, rest, change));
  return reading.with({ fields });
}
