/**
 * What a good engineer would write by hand for the conversations of chat.openapi.yaml: a `switch` over the kinds of
 * messages and parts, and paths that are only made longer on the way down.
 */

const callId = /^call_[0-9A-Za-z]{8,40}$/;
const namePattern = /^[0-9A-Za-z_-]{1,64}$/;

/**
 * @typedef {(string | number)[]} Path
 * @typedef {{ path: Path, code: string, message: string }} Issue
 */

/** @type {(value: unknown) => value is Record<string, unknown>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isCallId = (/** @type {unknown} */ value) => typeof value === "string" && callId.test(value);
const isName = (/** @type {unknown} */ value) => typeof value === "string" && namePattern.test(value);
const isOptionalName = (/** @type {unknown} */ value) => value === undefined || isName(value);

/** @type {(value: unknown, isItem: (item: unknown) => boolean) => boolean} */
const isListOf = (value, isItem) => Array.isArray(value) && value.length > 0 && value.every(isItem);

const isTextPart = (/** @type {unknown} */ value) =>
  isObject(value) && value.type === "text" && typeof value.text === "string";

/** @param {unknown} value */
function isPart(value) {
  if (!isObject(value)) return false;
  switch (value.type) {
    case "text":
      return typeof value.text === "string";
    case "image_url": {
      const image = value.image_url;
      return (
        isObject(image) &&
        typeof image.url === "string" &&
        (image.detail === undefined ||
          image.detail === "auto" ||
          image.detail === "low" ||
          image.detail === "high")
      );
    }
    case "input_audio": {
      const audio = value.input_audio;
      return (
        isObject(audio) &&
        typeof audio.data === "string" &&
        (audio.format === "wav" || audio.format === "mp3")
      );
    }
    default:
      return false;
  }
}

const isText = (/** @type {unknown} */ value) => typeof value === "string" || isListOf(value, isTextPart);

/** @param {unknown} value */
function isToolCall(value) {
  if (!isObject(value) || !isCallId(value.id) || value.type !== "function") return false;
  const called = value.function;
  return isObject(called) && isName(called.name) && typeof called.arguments === "string";
}

/** @param {unknown} value */
function isEvent(value) {
  if (!isObject(value)) return false;
  const { kind, at, participant } = value;
  return (
    (kind === "joined" || kind === "left" || kind === "renamed") &&
    Number.isInteger(at) &&
    Number(at) >= 0 &&
    (participant === undefined ||
      (isObject(participant) &&
        typeof participant.id === "string" &&
        participant.id !== "" &&
        (participant.bot === undefined || typeof participant.bot === "boolean")))
  );
}

/** @param {unknown} value */
function isMessage(value) {
  if (!isObject(value)) return false;
  switch (value.role) {
    case "system":
    case "developer":
      return isText(value.content) && isOptionalName(value.name);
    case "user":
      return (
        (typeof value.content === "string" || isListOf(value.content, isPart)) && isOptionalName(value.name)
      );
    case "assistant":
      return (
        (value.content == null || isText(value.content)) &&
        (value.refusal == null || typeof value.refusal === "string") &&
        (value.tool_calls === undefined || isListOf(value.tool_calls, isToolCall))
      );
    case "tool":
      return isText(value.content) && isCallId(value.tool_call_id);
    case "event":
      return isEvent(value.event);
    default:
      return false;
  }
}

/** @param {unknown} value */
export function isConversation(value) {
  if (!isObject(value)) return false;
  const { model, temperature } = value;
  return (
    typeof model === "string" &&
    model !== "" &&
    (temperature == null || (typeof temperature === "number" && temperature >= 0 && temperature <= 2)) &&
    isListOf(value.messages, isMessage)
  );
}

/** @type {(issues: Issue[], path: Path, key: string | number, code: string, message: string) => void} */
function wrong(issues, path, key, code, message) {
  issues.push({ path: [...path, key], code, message });
}

/** @type {(issues: Issue[], path: Path, key: string, value: unknown) => void} */
function stringIssues(issues, path, key, value) {
  if (value === undefined) wrong(issues, path, key, "required", "is missing");
  else if (typeof value !== "string") wrong(issues, path, key, "type", "must be a string");
}

/** @type {(issues: Issue[], path: Path, key: string, value: unknown) => void} */
function filledIssues(issues, path, key, value) {
  if (value === "") wrong(issues, path, key, "minLength", "must not be empty");
  else stringIssues(issues, path, key, value);
}

/** @type {(issues: Issue[], path: Path, key: string, value: unknown, pattern: RegExp) => void} */
function patternIssues(issues, path, key, value, pattern) {
  if (typeof value !== "string") stringIssues(issues, path, key, value);
  else if (!pattern.test(value)) wrong(issues, path, key, "pattern", `must be a match of ${pattern.source}`);
}

/** @type {(issues: Issue[], path: Path, key: string, value: unknown) => void} */
function optionalNameIssues(issues, path, key, value) {
  if (value !== undefined) patternIssues(issues, path, key, value, namePattern);
}

/** @type {(issues: Issue[], path: Path, key: string, value: unknown, values: readonly string[]) => void} */
function oneOfIssues(issues, path, key, value, values) {
  if (value === undefined) wrong(issues, path, key, "required", "is missing");
  else if (typeof value !== "string" || !values.includes(value))
    wrong(issues, path, key, "enum", `must be one of ${values.join(", ")}`);
}

/** @typedef {(issues: Issue[], path: Path, key: string | number, value: unknown) => void} Judge */

/** @type {(issues: Issue[], path: Path, key: string, value: unknown, judge: Judge) => void} */
function listIssues(issues, path, key, value, judge) {
  if (value === undefined) wrong(issues, path, key, "required", "is missing");
  else if (!Array.isArray(value)) wrong(issues, path, key, "type", "must be a list");
  else if (value.length === 0) wrong(issues, path, key, "minItems", "must not be empty");
  else {
    const inner = [...path, key];
    for (let i = 0; i < value.length; i++) judge(issues, inner, i, value[i]);
  }
}

/** @type {Judge} */
function textPartIssues(issues, path, key, value) {
  if (!isObject(value)) return wrong(issues, path, key, "type", "must be an object");
  const inner = [...path, key];
  oneOfIssues(issues, inner, "type", value.type, ["text"]);
  stringIssues(issues, inner, "text", value.text);
}

/** @type {Judge} */
function imageIssues(issues, path, key, value) {
  if (value === undefined) return wrong(issues, path, key, "required", "is missing");
  if (!isObject(value)) return wrong(issues, path, key, "type", "must be an object");
  const inner = [...path, key];
  stringIssues(issues, inner, "url", value.url);
  if (value.detail !== undefined) oneOfIssues(issues, inner, "detail", value.detail, ["auto", "low", "high"]);
}

/** @type {Judge} */
function audioIssues(issues, path, key, value) {
  if (value === undefined) return wrong(issues, path, key, "required", "is missing");
  if (!isObject(value)) return wrong(issues, path, key, "type", "must be an object");
  const inner = [...path, key];
  stringIssues(issues, inner, "data", value.data);
  oneOfIssues(issues, inner, "format", value.format, ["wav", "mp3"]);
}

/** @type {Judge} */
function partIssues(issues, path, key, value) {
  if (!isObject(value)) return wrong(issues, path, key, "type", "must be an object");
  const inner = [...path, key];
  switch (value.type) {
    case "text":
      return stringIssues(issues, inner, "text", value.text);
    case "image_url":
      return imageIssues(issues, inner, "image_url", value.image_url);
    case "input_audio":
      return audioIssues(issues, inner, "input_audio", value.input_audio);
    default:
      wrong(issues, inner, "type", "discriminator", "must be text, image_url or input_audio");
  }
}

/** @type {(issues: Issue[], path: Path, key: string, value: unknown, judge: Judge) => void} */
function contentIssues(issues, path, key, value, judge) {
  if (value === undefined) wrong(issues, path, key, "required", "is missing");
  else if (Array.isArray(value)) listIssues(issues, path, key, value, judge);
  else if (typeof value !== "string") wrong(issues, path, key, "type", "must be a string or a list of parts");
}

/** @type {Judge} */
function toolCallIssues(issues, path, key, value) {
  if (!isObject(value)) return wrong(issues, path, key, "type", "must be an object");
  const inner = [...path, key];
  patternIssues(issues, inner, "id", value.id, callId);
  oneOfIssues(issues, inner, "type", value.type, ["function"]);
  const called = value.function;
  if (called === undefined) return wrong(issues, inner, "function", "required", "is missing");
  if (!isObject(called)) return wrong(issues, inner, "function", "type", "must be an object");
  const innermost = [...inner, "function"];
  patternIssues(issues, innermost, "name", called.name, namePattern);
  stringIssues(issues, innermost, "arguments", called.arguments);
}

/** @type {Judge} */
function eventIssues(issues, path, key, value) {
  if (value === undefined) return wrong(issues, path, key, "required", "is missing");
  if (!isObject(value)) return wrong(issues, path, key, "type", "must be an object");
  const inner = [...path, key];
  const { kind, at, participant } = value;
  oneOfIssues(issues, inner, "kind", kind, ["joined", "left", "renamed"]);
  if (at === undefined) wrong(issues, inner, "at", "required", "is missing");
  else if (!Number.isInteger(at)) wrong(issues, inner, "at", "type", "must be an integer");
  else if (Number(at) < 0) wrong(issues, inner, "at", "minimum", "must be at least 0");
  if (participant === undefined) return;
  if (!isObject(participant)) return wrong(issues, inner, "participant", "type", "must be an object");
  const innermost = [...inner, "participant"];
  filledIssues(issues, innermost, "id", participant.id);
  if (participant.bot !== undefined && typeof participant.bot !== "boolean")
    wrong(issues, innermost, "bot", "type", "must be a boolean");
}

/** @type {Judge} */
function messageIssues(issues, path, key, value) {
  if (!isObject(value)) return wrong(issues, path, key, "type", "must be an object");
  const inner = [...path, key];
  switch (value.role) {
    case "system":
    case "developer":
      contentIssues(issues, inner, "content", value.content, textPartIssues);
      return optionalNameIssues(issues, inner, "name", value.name);
    case "user":
      contentIssues(issues, inner, "content", value.content, partIssues);
      return optionalNameIssues(issues, inner, "name", value.name);
    case "assistant":
      if (value.content != null) contentIssues(issues, inner, "content", value.content, textPartIssues);
      if (value.refusal != null) stringIssues(issues, inner, "refusal", value.refusal);
      if (value.tool_calls !== undefined)
        listIssues(issues, inner, "tool_calls", value.tool_calls, toolCallIssues);
      return;
    case "tool":
      contentIssues(issues, inner, "content", value.content, textPartIssues);
      return patternIssues(issues, inner, "tool_call_id", value.tool_call_id, callId);
    case "event":
      return eventIssues(issues, inner, "event", value.event);
    default:
      wrong(issues, inner, "role", "discriminator", "must be a known role");
  }
}

/**
 * Everything that is wrong with a conversation, with its path.
 * @param {unknown} value
 * @returns {Issue[]}
 */
export function conversationIssues(value) {
  if (!isObject(value)) return [{ path: [], code: "type", message: "must be an object" }];
  /** @type {Issue[]} */
  const issues = [];
  filledIssues(issues, [], "model", value.model);
  const { temperature } = value;
  if (temperature != null) {
    if (typeof temperature !== "number") wrong(issues, [], "temperature", "type", "must be a number");
    else if (temperature < 0) wrong(issues, [], "temperature", "minimum", "must be at least 0");
    else if (temperature > 2) wrong(issues, [], "temperature", "maximum", "must be at most 2");
  }
  listIssues(issues, [], "messages", value.messages, messageIssues);
  return issues;
}
