import { activities } from './activities.ts';
import { charter } from './charter.ts';
import { controls } from './controls.ts';
import { customers } from './customers.ts';
import { development } from './development.ts';
import { environment } from './environment.ts';
import { format } from './format.ts';
import { gates } from './gates.ts';
import { governance } from './governance.ts';
import { implementation } from './implementation.ts';
import { information } from './information.ts';
import { infrastructure } from './infrastructure.ts';
import { initiation } from './initiation.ts';
import { lifecycle } from './lifecycle.ts';
import { operation } from './operation.ts';
import { participants } from './participants.ts';
import { products } from './products.ts';
import { reference } from './reference.ts';
import type { AnyRule, FormatRule, Model, Rule } from './rule.ts';
import { snapshot } from './snapshot.ts';
import { strategies } from './strategies.ts';
import { technologies } from './technologies.ts';
import { waivers } from './waivers.ts';
import { wording } from './wording.ts';

/** Rules about the text and its shape. */
export const formatRules: readonly FormatRule[] = format;

/** Rules about what a document says, in the order of the catalogue. */
export const modelRules: readonly Rule<Model>[] = [
  ...reference,
  ...snapshot,
  ...wording,
  ...waivers,
  ...customers,
  ...products,
  ...activities,
  ...participants,
  ...information,
  ...technologies,
  ...environment,
  ...infrastructure,
  ...strategies,
  ...governance,
  ...controls,
  ...charter,
  ...initiation,
  ...development,
  ...implementation,
  ...operation,
  ...gates,
  ...lifecycle,
] as unknown as readonly Rule<Model>[];

/** Every rule. */
export const rules: readonly AnyRule[] = [...formatRules, ...modelRules];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule of an id, or undefined. */
export const ruleById = (id: string): AnyRule | undefined => byId.get(id);
