import { root } from './common.ts';
import { answer, choice, date, flag, ids, map, slots, who } from './field.ts';
import { activities } from './work-system/activities.ts';
import { controls } from './work-system/controls.ts';
import { customers } from './work-system/customers.ts';
import { environment } from './work-system/environment.ts';
import { information } from './work-system/information.ts';
import { infrastructure } from './work-system/infrastructure.ts';
import { participants } from './work-system/participants.ts';
import { products } from './work-system/products.ts';
import { strategies } from './work-system/strategies.ts';
import { technologies } from './work-system/technologies.ts';

const sections = {
  customers,
  products,
  activities,
  participants,
  information,
  technologies,
  environment,
  infrastructure,
  strategies,
  controls,
};

/** A work system description: how a piece of work is done. Format reference, section 6. */
export const workSystem = map(
  {
    ...root({
      title: 'Name of the work system',
      purpose: 'What the work is for',
      defaults: {
        customers,
        products,
        activities,
        participants,
        information,
        technologies,
        policies: environment.shape.policies,
        infrastructure,
        controls,
      },
    }),
    state: choice(['as-is', 'to-be'], 'Today’s work or the planned one'),
    described_on: date('Day on which the description was true'),
    small_team: flag('Fewer than ten people: rules that need separate people stay quiet'),
    security_lead: who('The one post that answers for security'),
    incident_response: slots(
      {
        responder: who('Who acts'),
        backup: who('Who stands in'),
        report_to: answer('Where a person calls or writes'),
        known_by: ids(['participants'], 'Groups that know this'),
      },
      ['responder', 'report_to'],
      'What happens when something goes wrong',
    ),
    ...sections,
  },
  'How a piece of work is done',
);

export type WorkSystemSchema = typeof workSystem;
