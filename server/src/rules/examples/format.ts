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
  'format/too-large': {
    get bad() {
      return `
kind: work-system
format: 1
title: Claims
notes: ${'Everything anybody ever said about claims. '.repeat(125_000)}
`;
    },
    good: `
kind: work-system
format: 1
title: Claims
notes: What was said about claims lies in the claims folder
`,
  },
  'format/alias-limit': {
    bad: `
kind: work-system
format: 1
title: Claims
x-many: &many [claim, claim, claim, claim, claim, claim, claim, claim, claim, claim]
x-more: &more [*many, *many, *many, *many, *many, *many, *many, *many, *many, *many]
x-still-more: &still [*more, *more, *more, *more, *more, *more, *more, *more, *more, *more]
x-heaps: &heaps [*still, *still, *still, *still, *still, *still, *still, *still, *still, *still]
x-mountains: [*heaps, *heaps, *heaps, *heaps, *heaps, *heaps, *heaps, *heaps, *heaps, *heaps]
`,
    good: `
kind: work-system
format: 1
title: Claims
x-many: &many [claim, claim, claim, claim, claim, claim, claim, claim, claim, claim]
x-more: [*many, *many, *many, *many, *many, *many, *many, *many, *many, *many]
`,
  },
  'format/depth-limit': {
    bad: `
kind: work-system
format: 1
title: Claims
notes: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[claims]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
`,
    good: `
kind: work-system
format: 1
title: Claims
notes: [[claims]]
`,
  },
  'format/kind-and-name-differ': {
    bad: `
kind: "project-charter"
format: 1
title: New claims desk
`,
    good: `
kind: project-charter
format: 1
title: New claims desk
`,
  },
  'format/version-missing': {
    bad: `
kind: work-system
title: Claims
`,
    good: `
kind: work-system
format: 1
title: Claims
`,
  },
  'format/version-unsupported': {
    bad: `
kind: work-system
format: 2
title: Claims
`,
    good: `
kind: work-system
format: 1
title: Claims
`,
  },
  'format/title-missing': {
    bad: `
kind: work-system
format: 1
`,
    good: `
kind: work-system
format: 1
title: Claims
`,
  },
  'format/bad-id': {
    bad: `
kind: work-system
format: 1
title: Claims
participants:
  Claims handlers: Decide on claims
`,
    good: `
kind: work-system
format: 1
title: Claims
participants:
  claims-handlers: { name: Claims handlers, description: Decide on claims }
`,
  },
  'format/switch-word-key': {
    bad: `
kind: work-system
format: 1
title: Claims
information:
  no: { name: Notices of occurrence, sensitivity: internal }
`,
    good: `
kind: work-system
format: 1
title: Claims
information:
  notices: { name: Notices of occurrence, sensitivity: internal }
`,
  },
};
