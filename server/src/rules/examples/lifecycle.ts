import type { Examples } from './example.ts';

export const lifecycle: Examples = {
  'lifecycle/new-exposure-not-covered': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
work_system: { as_is: "#now", to_be: "#then" }
---
kind: work-system
format: 1
id: now
title: Claims now
state: as-is
---
kind: work-system
format: 1
id: then
title: Claims then
state: to-be
information: { claim-photos: { sensitivity: confidential } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
work_system: { as_is: "#now", to_be: "#then" }
requirements: { S1: { text: "When a shop opens a claim, the portal shows photos without the address", type: security, covers: [claim-photos], verified_by: Test 12 } }
---
kind: work-system
format: 1
id: now
title: Claims now
state: as-is
---
kind: work-system
format: 1
id: then
title: Claims then
state: to-be
information: { claim-photos: { sensitivity: confidential } }
`,
  },
  'lifecycle/known-gap-carried-over': {
    bad: `
kind: project-charter
format: 1
title: Claims portal
work_system: { as_is: "#claims" }
---
kind: work-system
format: 1
id: claims
title: Claims
activities: { assess: { does: Handlers decide, workarounds: [Photos are sent by private chat] } }
`,
    good: `
kind: project-charter
format: 1
title: Claims portal
work_system: { as_is: "#claims" }
risks: { chat: { text: Photos keep coming by private chat, category: security, addresses: [assess], owner: office manager, response: Upload page, status: open } }
---
kind: work-system
format: 1
id: claims
title: Claims
activities: { assess: { does: Handlers decide, workarounds: [Photos are sent by private chat] } }
`,
  },
};
