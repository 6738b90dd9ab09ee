import type { Examples } from './example.ts';

export const products: Examples = {
  'products/no-safeguards': {
    bad: `
kind: work-system
format: 1
title: Claims
products: { letter: { kind: informational, contains: [claim-file] } }
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: work-system
format: 1
title: Claims
products: { letter: { kind: informational, contains: [claim-file], safeguards: { against_error: Second reader above 5000, against_misuse: Sent by portal only } } }
information: { claim-file: { sensitivity: confidential } }
`,
  },
  'products/reward-to-misstate': {
    bad: `
kind: work-system
format: 1
title: Claims
products: { closing-report: Monthly count of closed claims }
participants: { handlers: { incentives: [{ kind: volume, measured_on: [closing-report], effect: neutral, because: Small sum }] } }
`,
    good: `
kind: work-system
format: 1
title: Claims
products: { closing-report: { description: Monthly count of closed claims, misstatement: { who_gains: handlers, response: Counted by the case system } } }
participants: { handlers: { incentives: [{ kind: volume, measured_on: [closing-report], effect: neutral, because: Small sum }] } }
`,
  },
  'products/contents-unlisted': {
    bad: `
kind: work-system
format: 1
title: Claims
products: { decision-letter: { kind: informational, description: Yes or no with reasons } }
`,
    good: `
kind: work-system
format: 1
title: Claims
products: { decision-letter: { kind: informational, description: Yes or no with reasons, contains: [claim-file] } }
information: { claim-file: Everything known about one claim }
`,
  },
  'products/checked-by-author': {
    bad: `
kind: work-system
format: 1
title: Claims
roles: { team-leader: Leads the claims handlers }
products: { decision-letter: { description: Yes or no with reasons, checked_by: [handlers] } }
participants: { handlers: Claims handlers }
activities: { assess: { does: Handlers write the letter, performed_by: [handlers], produces: [decision-letter] } }
`,
    good: `
kind: work-system
format: 1
title: Claims
roles: { team-leader: Leads the claims handlers }
products: { decision-letter: { description: Yes or no with reasons, checked_by: [team-leader] } }
participants: { handlers: Claims handlers }
activities: { assess: { does: Handlers write the letter, performed_by: [handlers], produces: [decision-letter] } }
`,
  },
  'products/marked-too-low': {
    bad: `
kind: work-system
format: 1
title: Claims
products: { decision-letter: { kind: informational, contains: [doctors-note], distribution: confidential } }
information: { doctors-note: { sensitivity: restricted } }
`,
    good: `
kind: work-system
format: 1
title: Claims
products: { decision-letter: { kind: informational, contains: [doctors-note], distribution: confidential, redacts: Names the injury in one word and nothing else } }
information: { doctors-note: { sensitivity: restricted } }
`,
  },
};
