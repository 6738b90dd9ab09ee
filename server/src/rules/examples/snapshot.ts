import type { Examples } from './example.ts';

/** A list of so many forms. */
const forms = (count: number): string =>
  Array.from({ length: count }, (_, i) => `  form-${i + 1}: Claim form ${i + 1}`).join('\n');

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
  'snapshot/unused-item': {
    bad: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
activities: { assess: { does: Handlers decide the claim, performed_by: [handlers], uses: [claim-file] } }
information: { claim-file: Everything known about one claim, photo-archive: Photos of old damage }
`,
    good: `
kind: work-system
format: 1
title: Claims
participants: { handlers: Claims handlers }
activities: { assess: { does: Handlers decide the claim, performed_by: [handlers], uses: [claim-file, photo-archive] } }
information: { claim-file: Everything known about one claim, photo-archive: Photos of old damage }
`,
  },
  'snapshot/product-unlinked': {
    bad: `
kind: work-system
format: 1
title: Claims
customers: { holders: { receives: [decision-letter] } }
products: { decision-letter: Yes or no with reasons, closing-report: Monthly count of closed claims }
activities: { assess: { does: Handlers decide the claim, produces: [decision-letter] } }
`,
    good: `
kind: work-system
format: 1
title: Claims
customers: { holders: { receives: [decision-letter] }, insurers: { receives: [closing-report] } }
products: { decision-letter: Yes or no with reasons, closing-report: Monthly count of closed claims }
activities: { assess: { does: Handlers decide the claim, produces: [decision-letter, closing-report] } }
`,
  },
  'snapshot/customer-receives-nothing': {
    bad: `
kind: work-system
format: 1
title: Claims
customers: { holders: People who have a policy }
products: { decision-letter: Yes or no with reasons }
`,
    good: `
kind: work-system
format: 1
title: Claims
customers: { holders: { description: People who have a policy, receives: [decision-letter] } }
products: { decision-letter: Yes or no with reasons }
`,
  },
  'snapshot/customer-also-works': {
    bad: `
kind: work-system
format: 1
title: Claims
customers: { holders: People who have a policy }
activities: { report: { does: Holders describe the damage on a form, performed_by: [holders] } }
`,
    good: `
kind: work-system
format: 1
title: Claims
customers: { holders: { description: People who have a policy, acts_in_system: true } }
activities: { report: { does: Holders describe the damage on a form, performed_by: [holders] } }
`,
  },
  'snapshot/description-old': {
    bad: `
kind: work-system
format: 1
title: Claims
described_on: 2026-03-01
controls: { id-check: { does: Compare caller and file, changed: 2026-09-15 } }
`,
    good: `
kind: work-system
format: 1
title: Claims
described_on: 2026-09-20
controls: { id-check: { does: Compare caller and file, changed: 2026-09-15 } }
`,
  },
  'snapshot/too-large': {
    bad: `
kind: work-system
format: 1
title: All forms of the claims office
information:
${forms(61)}
`,
    good: `
kind: work-system
format: 1
title: Motor claims
information:
${forms(3)}
`,
  },
};
