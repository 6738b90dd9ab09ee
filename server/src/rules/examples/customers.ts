import type { Examples } from './example.ts';

export const customers: Examples = {
  'customers/misuse-unchecked': {
    bad: `
kind: work-system
format: 1
title: Claims
customers: { repair-shops: { type: organisation, sees: [claim-file] } }
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: work-system
format: 1
title: Claims
customers: { repair-shops: { type: organisation, sees: [claim-file], use_limits: { what: Photos without the address, told_how: Clause 4 of the contract, onward: Not to subcontractors } } }
information: { claim-file: { sensitivity: confidential } }
`,
  },
  'customers/accuracy-unchecked': {
    bad: `
kind: work-system
format: 1
title: Claims
customers: { holders: Policy holders }
information: { claim-file: { sensitivity: confidential, about: [holders] } }
`,
    good: `
kind: work-system
format: 1
title: Claims
customers: { holders: Policy holders }
information: { claim-file: { sensitivity: confidential, about: [holders], accuracy_check: { who: claims handler, when: At the first call } } }
`,
  },
  'customers/onward-use-open': {
    bad: `
kind: work-system
format: 1
title: Claims
customers:
  repair-shops:
    type: organisation
    sees: [claim-file]
    use_limits: { what: Photos without the address, told_how: Clause 4 of the contract }
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: work-system
format: 1
title: Claims
customers:
  repair-shops:
    type: organisation
    sees: [claim-file]
    use_limits: { what: Photos without the address, told_how: Clause 4 of the contract, onward: Not to subcontractors }
information: { claim-file: { sensitivity: confidential } }
`,
  },
  'customers/no-guidance': {
    bad: `
kind: work-system
format: 1
title: Claims
customers: { holders: { name: Policy holders, acts_in_system: true } }
activities: { report: { does: Holders send photos of the damage, performed_by: [holders], creates: [claim-file] } }
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: work-system
format: 1
title: Claims
customers: { holders: { name: Policy holders, acts_in_system: true, guidance: The form asks for photos without faces and number plates } }
activities: { report: { does: Holders send photos of the damage, performed_by: [holders], creates: [claim-file] } }
information: { claim-file: { sensitivity: confidential } }
`,
  },
};
