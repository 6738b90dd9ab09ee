/** A question for a talk; its answer is for those who listen and goes into no field. */
export interface Topic {
  /** The guideline it comes from. */
  readonly guideline: string;
  readonly words: string;
}

/** Three themes of the study, to be talked through with a group in ten minutes. */
export const WALK_THROUGH: readonly { readonly theme: string; readonly topics: readonly Topic[] }[] = [
  {
    theme: 'What you know',
    topics: [
      { guideline: 'S4.1', words: 'Which things protect the information you work with? Name those you can think of.' },
      { guideline: 'S4.2', words: 'Which rules do you work by, and where did you learn them?' },
      { guideline: 'S4.3', words: 'A new colleague asks why one of these steps is needed. What do you say?' },
    ],
  },
  {
    theme: 'How the day really goes',
    topics: [
      { guideline: 'S4.12', words: 'On a busy day, which step is the first to be skipped or shortened?' },
      { guideline: 'S4.7', words: 'When did something last look odd to you, and whom did you tell?' },
      { guideline: 'S4.9', words: 'How do you hear that a rule or a tool has changed?' },
    ],
  },
  {
    theme: 'What you have a say in',
    topics: [
      { guideline: 'S4.10', words: 'What would you change about the rules you work by? Has anybody asked you?' },
      {
        guideline: 'S4.11',
        words: 'Which part of looking after information is your job, and which is somebody else’s?',
      },
      { guideline: 'S4.14', words: 'Which risk do you see in your work that nobody has written down?' },
    ],
  },
];
