import type { Examples } from './example.ts';

export const reference: Examples = {
  'reference/unknown-id': {
    bad: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
activities:
  assess: { does: Handlers decide, performed_by: [handler] }
`,
    good: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
activities:
  assess: { does: Handlers decide, performed_by: [handlers] }
`,
  },
  'reference/ambiguous': {
    bad: `
kind: work-system
format: 1
title: Claims
customers: { applicants: People who apply }
participants: { applicants: People who apply }
activities:
  apply: { does: Applicants fill in the form, performed_by: [applicants] }
`,
    good: `
kind: work-system
format: 1
title: Claims
customers: { applicants: { name: People who apply, acts_in_system: true } }
activities:
  apply: { does: Applicants fill in the form, performed_by: [applicants] }
`,
  },
  'reference/phrase-for-id': {
    bad: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
activities:
  assess: { does: Handlers decide, performed_by: [the claims handlers] }
`,
    good: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
activities:
  assess: { does: Handlers decide, performed_by: [handlers] }
`,
  },
  'reference/unknown-post': {
    bad: `
kind: work-system
format: 1
title: Claims
roles: { office-manager: Runs the office }
security_lead: office-manger
`,
    good: `
kind: work-system
format: 1
title: Claims
roles: { office-manager: Runs the office }
security_lead: office-manager
`,
  },
};
