import type { Examples } from './example.ts';

export const strategies: Examples = {
  'strategies/no-security-aim': {
    bad: `
kind: work-system
format: 1
title: Claims
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: work-system
format: 1
title: Claims
information: { claim-file: { sensitivity: confidential } }
strategies: { work_system: { security: { aim: No claim file outside the case system, measure: Monthly desk check } } }
`,
  },
  'strategies/departure-not-weighed': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide the claim, exception_to: [clear-desk] } }
environment: { policies: { clear-desk: No file stays on a desk overnight } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide the claim, exception_to: [clear-desk] } }
environment: { policies: { clear-desk: No file stays on a desk overnight } }
strategies: { differences: [{ what: Open files stay on the desk of the day’s handler, policy: clear-desk, benefits: A quick start in the morning, problems: Cleaners can see them, decided_by: team leader }] }
`,
  },
  'strategies/difference-half-described': {
    bad: `
kind: work-system
format: 1
title: Claims
strategies: { differences: [Open files stay on the desk overnight] }
`,
    good: `
kind: work-system
format: 1
title: Claims
strategies: { differences: [{ what: Open files stay on the desk overnight, benefits: A quick start in the morning, problems: Cleaners can see them, decided_by: team leader }] }
`,
  },
};
