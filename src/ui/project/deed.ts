import type { Command } from '../../domain/command.ts'
import type { Project } from '../../domain/model.ts'
import { codeOf } from '../party/code.ts'
import { deeds as t } from '../text/en/deeds.ts'

/** What a command did, as the end of a sentence: "ticked “Write the business case” for CIT". */
export function deedOf(command: Command, project: Project): string {
  if ('line' in command) return describeLine(command, project.lines.get(command.line)?.text ?? '', project)
  switch (command.kind) {
    case 'renameProject':
      return t.renameProject()
    case 'setThirdParty':
      return t.setThirdParty(command.takesPart)
    case 'addLine':
      return t.addLine(command.text)
    case 'addStage':
      return t.addStage(command.title)
    case 'addParty':
      return t.addParty(command.code)
    case 'addContact':
      return t.addContact(command.name)
    case 'editContact':
      return t.contact(project.contacts.get(command.contact)?.name ?? '')
    case 'removeContact':
      return t.removeContact(project.contacts.get(command.contact)?.name ?? '')
    case 'editParty':
    case 'moveParty':
      return t.party(codeOf(project.parties, command.party))
    case 'removeParty':
      return t.removeParty(codeOf(project.parties, command.party))
    case 'renameStage':
    case 'moveStage':
    case 'setGate':
    case 'removeStage':
      return describeStage(command, project.stages.get(command.stage)?.title ?? '')
    default:
      return t.other
  }
}

function describeLine(command: Extract<Command, { line: string }>, line: string, project: Project): string {
  switch (command.kind) {
    case 'tick':
      return t.tick(line, codeOf(project.parties, command.party), command.done)
    case 'claim':
      return t.claim(line, codeOf(project.parties, command.party), command.claims)
    case 'setNotApplicable':
    case 'setBlocked':
      return t[command.kind](line, command.reason !== null)
    case 'rewordLine':
    case 'moveLine':
    case 'reownLine':
    case 'removeLine':
      return t[command.kind](line)
    default:
      return t.editLine(line)
  }
}

type StageKind = 'renameStage' | 'moveStage' | 'setGate' | 'removeStage'

function describeStage(command: Extract<Command, { kind: StageKind }>, stage: string): string {
  return command.kind === 'setGate' ? t.setGate(stage, command.gate) : t[command.kind](stage)
}
