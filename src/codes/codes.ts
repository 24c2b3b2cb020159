import { ANSWER_CODES } from './todos/answers.js';
import { DOUBLE_CODES } from './todos/doubles.js';
import { ERROR_CODES } from './todos/errors.js';
import { FLOW_CODES } from './todos/flows.js';
import { PATH_CODES } from './todos/paths.js';
import { REQUEST_CODES } from './todos/requests.js';
import { STATUS_CODES } from './todos/statuses.js';
import { VALUE_CODES } from './todos/values.js';
import type { TodoCode } from './types.js';

const TABLES = {
  ...VALUE_CODES,
  ...FLOW_CODES,
  ...PATH_CODES,
  ...REQUEST_CODES,
  ...ANSWER_CODES,
  ...STATUS_CODES,
  ...ERROR_CODES,
  ...DOUBLE_CODES,
};

export type TodoId = keyof typeof TABLES;

/** Every TODO, by code. Codes are never reused. */
export const TODO_CODES: Readonly<Record<TodoId, TodoCode>> = TABLES;
