import type { Examples } from './example.ts';

export const format: Examples = {
  'format/yaml-syntax': {
    bad: `
kind: work-system
format: 1
title: Claims
roles: [manager
`,
    good: `
kind: work-system
format: 1
title: Claims
roles: { manager: Runs the office }
`,
  },
  'format/duplicate-key': {
    bad: `
kind: work-system
format: 1
title: Claims
information:
  claim-file: { sensitivity: confidential }
  claim-file: { sensitivity: internal }
`,
    good: `
kind: work-system
format: 1
title: Claims
information:
  claim-file: { sensitivity: confidential }
`,
  },
  'format/kind-missing': {
    bad: `
title: Claims
`,
    good: `
kind: work-system
format: 1
title: Claims
`,
  },
  'format/kind-unknown': {
    bad: `
kind: worksystem
format: 1
title: Claims
`,
    good: `
kind: work-system
format: 1
title: Claims
`,
  },
  'format/unknown-key': {
    bad: `
kind: work-system
format: 1
title: Claims
information:
  claim-file: { sensitivty: confidential }
`,
    good: `
kind: work-system
format: 1
title: Claims
information:
  claim-file: { sensitivity: confidential }
`,
  },
  'format/wrong-type': {
    bad: `
kind: work-system
format: 1
title: Claims
information:
  - id: claim-file
    sensitivity: confidential
`,
    good: `
kind: work-system
format: 1
title: Claims
information:
  claim-file: { sensitivity: confidential }
`,
  },
  'format/bad-date': {
    bad: `
kind: work-system
format: 1
title: Claims
described_on: 1.10.2026
`,
    good: `
kind: work-system
format: 1
title: Claims
described_on: 2026-10-01
`,
  },
  'format/bad-choice': {
    bad: `
kind: work-system
format: 1
title: Claims
information:
  claim-file: { sensitivity: secret-ish }
`,
    good: `
kind: work-system
format: 1
title: Claims
information:
  claim-file: { sensitivity: restricted }
`,
  },
};
