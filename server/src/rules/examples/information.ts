import type { Examples } from './example.ts';

export const information: Examples = {
  'information/unclassified': {
    bad: `
kind: work-system
format: 1
title: Claims
information: { claim-file: Everything about one claim }
`,
    good: `
kind: work-system
format: 1
title: Claims
information: { claim-file: { description: Everything about one claim, sensitivity: confidential } }
`,
  },
  'information/unprotected': {
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
information: { claim-file: { sensitivity: confidential, protections: [id-check] } }
controls: { id-check: Compare caller and file }
`,
  },
  'information/protection-upside-down': {
    bad: `
kind: work-system
format: 1
title: Claims
information:
  medical-note: { sensitivity: restricted, protections: [locked-room] }
  price-list: { sensitivity: internal, protections: [locked-room, sign-in] }
controls: { locked-room: Kept in a locked room, sign-in: Own sign-in }
`,
    good: `
kind: work-system
format: 1
title: Claims
information:
  medical-note: { sensitivity: restricted, protections: [locked-room, sign-in] }
  price-list: { sensitivity: internal, protections: [sign-in] }
controls: { locked-room: Kept in a locked room, sign-in: Own sign-in }
`,
  },
  'information/no-owner': {
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
information: { claim-file: { sensitivity: confidential, owner: office manager } }
`,
  },
};
