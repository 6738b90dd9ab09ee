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
};
