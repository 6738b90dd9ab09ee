import { phases } from './charter/phases.ts';
import * as project from './charter/project.ts';
import { root } from './common.ts';
import { map, who, whos } from './field.ts';

/** A project charter: how a piece of work is to be changed. Format reference, section 7. */
export const charter = map(
  {
    ...root({
      title: 'Name of the project',
      purpose: 'What the project is for',
      defaults: {
        requirements: project.requirements,
        stakeholders: project.stakeholders,
        risks: project.risks,
        outputs: phases.shape.development.shape.outputs,
      },
    }),
    work_system: project.work_system,
    sponsor: who('Who wants and pays for it'),
    manager: who('Who leads it'),
    security_accountable: who('Who answers for security in the project'),
    approvers: whos('Who must agree'),
    objectives: project.objectives,
    information_touched: project.information_touched,
    scope: project.scope,
    requirements: project.requirements,
    stakeholders: project.stakeholders,
    risks: project.risks,
    resources: project.resources,
    privacy_triggers: project.privacy_triggers,
    privacy_assessment: project.privacy_assessment,
    phases,
  },
  'How a piece of work is to be changed',
);

export type CharterSchema = typeof charter;
