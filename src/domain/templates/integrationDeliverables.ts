import type { Owner } from '../model.ts'
import type { Template } from '../template.ts'

const one = (party: string): Owner => ({ rule: 'one', parties: [party] })
const joint = (...parties: string[]): Owner => ({ rule: 'joint', parties })
const either = (...parties: string[]): Owner => ({ rule: 'either', parties })

/** The built-in template: who delivers what when a customer, a third party and Paylocity integrate their systems. */
export const integrationDeliverables: Template = {
  id: 'integration-deliverables',
  name: 'Integration deliverables by phase',
  description:
    'Five stages from Discovery to Ongoing Support, shared by a customer team, a third party and Paylocity.',
  parties: [
    { key: 'CIT', code: 'CIT', role: 'Customer integration team', colour: 0, third: false },
    { key: 'TPA', code: 'TPA', role: 'Third-party associates', colour: 1, third: true },
    { key: 'PCTY', code: 'PCTY', role: 'Paylocity', colour: 2, third: false },
  ],
  stages: [
    {
      title: 'Discovery',
      lines: [
        {
          text: 'Write the business case: which problem the integration solves and why it is worth solving.',
          owner: one('CIT'),
        },
        {
          text: 'Settle price and engagement with the third party before asking Paylocity to go ahead.',
          owner: either('CIT', 'TPA'),
          conditional: true,
        },
        {
          key: 'request',
          text: 'Look in the Paylocity marketplace for a ready-made integration. If there is none, have the account executive open talks on a new one, request API credentials and name who receives them.',
          owner: joint('CIT', 'PCTY'),
        },
      ],
    },
    {
      title: 'Implementation',
      lines: [
        {
          text: 'Hand out the API credentials to the contact named in Discovery.',
          owner: one('PCTY'),
          contactOf: 'request',
        },
        {
          text: 'Agree on every configuration the integration needs and carry it out.',
          owner: joint('CIT', 'TPA'),
        },
      ],
    },
    {
      title: 'Testing',
      gate: true,
      lines: [
        {
          text: 'Once implementation is complete, lead the testers through testing and data validation until the data is right and the integration does what it should.',
          owner: joint('CIT', 'TPA'),
        },
      ],
    },
    {
      title: 'Move to Production',
      lines: [
        {
          text: 'Confirm that scope and tests cover everything, lead the switch to production, then watch the live feed for defects and concerns.',
          owner: joint('CIT', 'TPA'),
        },
      ],
    },
    {
      title: 'Ongoing Support',
      lines: [
        {
          text: 'Give first-level support: be the first address for every question about the integration, as agreed between the two.',
          owner: either('CIT', 'TPA'),
        },
        {
          text: 'Take questions and requests for troubleshooting at the web services desk, find the cause and propose what to do. Mails to the desk go to it alone, without personal data or company secrets.',
          owner: one('PCTY'),
        },
      ],
    },
  ],
}
