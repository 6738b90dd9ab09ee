import { answer, choice, flag, ids, idsOrText, interval, items, slots, who } from '../field.ts';

/** What is shared with others and run elsewhere. Format reference, section 6.9. */
export const infrastructure = items(
  'infrastructure',
  {
    kind: choice(['technical', 'informational', 'human'], 'Equipment and services, shared data, or shared people'),
    operated_by: who('Who runs it'),
    external: flag('Run by another organisation'),
    shared_with: idsOrText({ to: ['participants', 'customers'] }, 'Who else uses it'),
    hosts: ids(['information'], 'Information that lies on it'),
    access: choice(['everyone', 'limited'], 'Open to all who share it, or not'),
    shared_risks: answer('What sharing could mean for the information'),
    use_limits: answer('Who may reach what'),
    watched_by: slots(
      {
        who: who('Who looks'),
        how: answer('At what'),
        every: interval('How often'),
      },
      ['who', 'how', 'every'],
      'Who would see trouble',
    ),
    incident_contact: answer('How and how soon you hear of trouble'),
  },
  'What is shared with others and run elsewhere',
);
