/** Conversations to validate, all different and all the same in every run. */

/** @typedef {Record<string, unknown>} Value */

const sentences = [
  "What is the weather in Oslo today?",
  "Rain until noon, then the sun comes out.",
  "Please say it in French, and tell me what to wear.",
  "",
  "Prenez un imperméable: il pleut jusqu’à midi.",
];

/** @type {(index: number) => string} */
const sentence = (index) => sentences[index % sentences.length] ?? "";
/** @type {(index: number) => string} */
const callId = (index) => `call_${String(index * 7919).padStart(12, "A")}`;
/** @type {(index: number) => Value} */
const textPart = (index) => ({ type: "text", text: sentence(index) });
/** @type {(index: number) => Value} */
const toolCall = (index) => ({
  id: callId(index),
  type: "function",
  function: { name: `weather-${index % 9}`, arguments: '{"city":"Oslo"}' },
});

/** One message of each shape. @type {readonly ((index: number) => Value)[]} */
const turns = [
  (index) => ({ role: "system", content: sentence(index) }),
  (index) => ({ role: "user", content: sentence(index), name: `user_${index % 50}` }),
  (index) => ({ role: "assistant", content: null, tool_calls: [toolCall(index), toolCall(index + 1)] }),
  (index) => ({ role: "tool", content: sentence(index + 1), tool_call_id: callId(index) }),
  (index) => ({ role: "assistant", content: sentence(index + 1), refusal: null }),
  (index) => ({
    role: "event",
    event: {
      kind: ["joined", "left", "renamed"][index % 3],
      at: 1700000000 + index,
      participant: { id: `p${index}`, bot: index % 2 === 0 },
    },
  }),
  (index) => ({
    role: "user",
    content: [
      textPart(index),
      { type: "image_url", image_url: { url: `https://example.com/${index}.png`, detail: "low" } },
      { type: "input_audio", input_audio: { data: "UklGRg==", format: index % 2 === 0 ? "wav" : "mp3" } },
    ],
  }),
  (index) => ({ role: "developer", content: [textPart(index), textPart(index + 1)], name: "style-guide" }),
  (index) => ({ role: "assistant", content: [textPart(index + 2)] }),
];

/** Wrong messages, each against another rule. @type {readonly ((index: number) => unknown)[]} */
const wrongTurns = [
  () => ({ role: "narrator", content: "Once upon a time" }),
  () => ({ content: "Who says so?" }),
  () => "Hello!",
  (index) => ({ role: "user", content: index }),
  (index) => ({ role: "user", content: [textPart(index), { type: "video", video: {} }] }),
  () => ({ role: "user", content: [{ type: "image_url", image_url: { url: 1, detail: "best" } }] }),
  () => ({ role: "system", content: "Be brief.", name: "not a name" }),
  (index) => ({ role: "assistant", tool_calls: [toolCall(index), { ...toolCall(index), id: "1" }] }),
  (index) => ({ role: "assistant", tool_calls: [{ ...toolCall(index), function: { name: "weather" } }] }),
  (index) => ({ role: "tool", content: sentence(index) }),
  () => ({ role: "event", event: { kind: "slept", at: 0.5, participant: { id: "", bot: "no" } } }),
  () => ({ role: "developer", content: [] }),
];

/**
 * Valid conversations of six to twelve messages.
 * @param {number} count
 * @returns {Value[]}
 */
export function conversations(count) {
  return Array.from({ length: count }, (_, index) => ({
    model: `model-${index % 4}`,
    ...(index % 3 === 0 ? {} : { temperature: index % 3 === 1 ? null : (index % 20) / 10 }),
    messages: Array.from({ length: 6 + (index % 7) }, (_, i) =>
      turns[(index + i) % turns.length]?.(index + i),
    ),
  }));
}

/**
 * Conversations in which one to three messages are wrong.
 * @param {number} count
 * @returns {Value[]}
 */
export function damagedConversations(count) {
  return conversations(count).map((value, index) => {
    const messages = [.../** @type {unknown[]} */ (value["messages"])];
    for (let i = 0; i <= index % 3; i++)
      messages[(index + i * 2) % messages.length] = wrongTurns[(index + i) % wrongTurns.length]?.(index);
    return { ...value, messages };
  });
}
