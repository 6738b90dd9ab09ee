import type { Examples } from './example.ts';

export const wording: Examples = {
  'wording/placeholder': {
    bad: `
kind: work-system
format: 1
title: Claims
incident_response: TBD
`,
    good: `
kind: work-system
format: 1
title: Claims
incident_response: Ring the office manager on extension 204, who takes the file offline
`,
  },
  'wording/bare-assurance': {
    bad: `
kind: work-system
format: 1
title: Claims
participants:
  handlers: { training: Done }
`,
    good: `
kind: work-system
format: 1
title: Claims
participants:
  handlers: { training: "Half a day with two real cases, June 2026" }
`,
  },
  'wording/vague': {
    bad: `
kind: work-system
format: 1
title: Claims
infrastructure:
  drive: { shared_risks: Appropriate measures are taken where necessary }
`,
    good: `
kind: work-system
format: 1
title: Claims
infrastructure:
  drive: { shared_risks: Sales staff can open the claim folder }
`,
  },
  'wording/repeated': {
    bad: `
kind: work-system
format: 1
title: Claims
participants:
  handlers: { training: Online course on good conduct }
  clerks: { training: Online course on good conduct }
  temps: { training: Online course on good conduct }
`,
    good: `
kind: work-system
format: 1
title: Claims
defaults: { participants: { training: Online course on good conduct } }
participants: { handlers: {}, clerks: {}, temps: {} }
`,
  },
  'wording/collective-owner': {
    bad: `
kind: work-system
format: 1
title: Claims
information:
  claim-file: { sensitivity: confidential, owner: Everyone }
`,
    good: `
kind: work-system
format: 1
title: Claims
roles: { office-manager: Runs the office }
information:
  claim-file: { sensitivity: confidential, owner: office-manager }
`,
  },
  'wording/restates-question': {
    bad: `
kind: work-system
format: 1
title: Claims
infrastructure:
  drive: { incident_contact: You will soon hear of any trouble }
`,
    good: `
kind: work-system
format: 1
title: Claims
infrastructure:
  drive: { incident_contact: The provider rings the office manager within a day }
`,
  },
  'wording/slots-missing': {
    bad: `
kind: work-system
format: 1
title: Claims
activities:
  assess:
    does: Handlers decide on claims
    watched_by: { who: office manager }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities:
  assess:
    does: Handlers decide on claims
    watched_by: { who: office manager, how: Reads five letters, every: week }
`,
  },
  'wording/only-a-sentence': {
    bad: `
kind: work-system
format: 1
title: Claims
activities:
  assess:
    does: Handlers decide on claims
    watched_by: The office manager reads five letters a week
`,
    good: `
kind: work-system
format: 1
title: Claims
activities:
  assess:
    does: Handlers decide on claims
    watched_by: { who: office manager, how: Reads five letters, every: week }
`,
  },
};
