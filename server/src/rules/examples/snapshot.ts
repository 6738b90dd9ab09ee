import type { Examples } from './example.ts';

export const snapshot: Examples = {
  'snapshot/central-section-missing': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: Handlers decide the claim }
`,
    good: `
kind: work-system
format: 1
title: Claims
customers: { holders: Policy holders }
products: { letter: Decision letter }
activities: { assess: Handlers decide the claim }
participants: { handlers: Claims handlers }
information: { claim-file: The file }
technologies: { phone: Office phone }
`,
  },
  'snapshot/no-performer': {
    bad: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
activities: { assess: { does: The claim is decided } }
`,
    good: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
activities: { assess: { does: Handlers decide the claim, performed_by: [handlers] } }
`,
  },
  'snapshot/participant-idle': {
    bad: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers, clerks: Post room }
activities: { assess: { does: Handlers decide, performed_by: [handlers] } }
`,
    good: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
activities: { assess: { does: Handlers decide, performed_by: [handlers] } }
`,
  },
};
