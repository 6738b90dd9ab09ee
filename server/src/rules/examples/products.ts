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
};
