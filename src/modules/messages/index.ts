export { countRunningOut } from './care/list-running-out.ts';
export { messagesInState } from './log/list-messages.ts';
