import type { SectionName } from '../formats/field.ts';
import type { ElementOf, Reading } from '../formats/reading.ts';
import type { activities } from '../formats/work-system/activities.ts';
import type { controls } from '../formats/work-system/controls.ts';
import type { customers } from '../formats/work-system/customers.ts';
import type { environment } from '../formats/work-system/environment.ts';
import type { information } from '../formats/work-system/information.ts';
import type { infrastructure } from '../formats/work-system/infrastructure.ts';
import type { participants } from '../formats/work-system/participants.ts';
import type { products } from '../formats/work-system/products.ts';
import type { technologies } from '../formats/work-system/technologies.ts';

/** An item as rules see it: a reading that knows which keys it has. */
export type Customer = Reading<ElementOf<typeof customers>>;
export type Product = Reading<ElementOf<typeof products>>;
export type Activity = Reading<ElementOf<typeof activities>>;
export type Participant = Reading<ElementOf<typeof participants>>;
export type Information = Reading<ElementOf<typeof information>>;
export type Technology = Reading<ElementOf<typeof technologies>>;
export type Policy = Reading<ElementOf<typeof environment.shape.policies>>;
export type Infrastructure = Reading<ElementOf<typeof infrastructure>>;
export type Control = Reading<ElementOf<typeof controls>>;

/** Any item, of whatever section. */
// biome-ignore lint/suspicious/noExplicitAny: code that takes items of every section reads them by key and gets plain readings
export type Item = Reading<any>;

/** Items of a document by section, looked up by id. */
export type Sections = ReadonlyMap<SectionName, ReadonlyMap<string, Item>>;

/** Finds a token in several sections, in the order given. */
export function lookUp(
  sections: Sections,
  to: readonly SectionName[],
  token: string,
): { section: SectionName; item: Item }[] {
  return to.flatMap((section) => {
    const item = sections.get(section)?.get(token);
    return item ? [{ section, item }] : [];
  });
}
