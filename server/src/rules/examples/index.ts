import { activities } from './activities.ts';
import { charter } from './charter.ts';
import { controls } from './controls.ts';
import { customers } from './customers.ts';
import { development } from './development.ts';
import { environment } from './environment.ts';
import type { Example, Examples } from './example.ts';
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
import { snapshot } from './snapshot.ts';
import { strategies } from './strategies.ts';
import { technologies } from './technologies.ts';
import { waivers } from './waivers.ts';
import { wording } from './wording.ts';

const all: Examples = {
  ...format,
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
};

/** The example of a rule; throws for a rule without one, since every rule has one. */
export function exampleOf(rule: string): Example {
  const example = all[rule];
  if (!example) throw new Error(`no example for ${rule}`);
  return example;
}
