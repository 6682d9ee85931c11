/** Conversations: messages of six kinds, with parts of three kinds. */
import { assertAgreement } from "./agreement.mjs";
import { conversations, damagedConversations } from "./chat-values.mjs";
import { accepting, compareAll, listing } from "./contest.mjs";

/** @import { Compete } from "./validation.mjs" */

/** @type {Compete} */
export function compete({ validators, chat }) {
  const { Conversation } = validators;
  const { isConversation, conversationIssues } = chat;
  const valid = conversations(300);
  const damaged = damagedConversations(300);
  const ours = { is: Conversation.is, issues: Conversation.check };
  const theirs = { is: isConversation, issues: conversationIssues };
  assertAgreement(ours, theirs, valid, true);
  assertAgreement(ours, theirs, damaged, false);

  const contests = [
    accepting("chat valid", Conversation.is, isConversation, valid),
    listing("chat invalid", Conversation.check, conversationIssues, damaged),
  ];
  return compareAll(contests, () => {});
}
