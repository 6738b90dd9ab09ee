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
  'information/class-too-low': {
    bad: `
kind: work-system
format: 1
title: Claims
information:
  medical-note: { sensitivity: restricted, personal_data: special-category }
  claim-summary: { sensitivity: internal, built_from: [medical-note] }
`,
    good: `
kind: work-system
format: 1
title: Claims
information:
  medical-note: { sensitivity: restricted, personal_data: special-category }
  claim-summary: { sensitivity: internal, built_from: [medical-note], redacts: Only the date of the note and who asked for it }
`,
  },
  'information/no-store': {
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
information: { claim-file: { sensitivity: confidential, stored_in: [claims drive, paper file in the locked room] } }
`,
  },
  'information/one-class-for-all': {
    bad: `
kind: work-system
format: 1
title: Claims
information:
  claim-file: { sensitivity: confidential }
  medical-note: { sensitivity: confidential }
  repair-quote: { sensitivity: confidential }
  price-list: { sensitivity: confidential }
  letter-templates: { sensitivity: confidential }
  opening-hours: { sensitivity: confidential }
`,
    good: `
kind: work-system
format: 1
title: Claims
information:
  claim-file: { sensitivity: confidential }
  medical-note: { sensitivity: restricted }
  repair-quote: { sensitivity: internal }
  price-list: { sensitivity: internal }
  letter-templates: { sensitivity: internal }
  opening-hours: { sensitivity: public }
`,
  },
};
