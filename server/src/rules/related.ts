import type { Information, Item } from '../model/sections.ts';
import { keyAt } from './places.ts';
import type { Related } from './rule.ts';

/** Points at the key of an item, with what is to be said of it. */
export const beside = (item: Item, message: string): Related => ({ ...keyAt(item.path), message });

/** Points at sensitive items and says what makes them so: “claim-file is confidential and about people”. */
export const sensitiveItems = (items: readonly Information[]): Related[] =>
  items.map((item) => {
    const personal = item.get('personal_data').text ?? 'none';
    const kinds = [item.get('sensitivity').text, personal === 'none' ? undefined : 'about people'];
    return beside(item, `${item.name} is ${kinds.filter((kind) => kind !== undefined).join(' and ')}`);
  });
