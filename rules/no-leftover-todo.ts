import { todosIn } from '../transforms/todo.js';
import { createRule } from './create-rule.js';

/** Reports the annotations that a migration left and nobody has resolved yet. */
export const noLeftoverTodo = createRule<'leftover', Record<never, never>>({
  name: 'no-leftover-todo',
  type: 'suggestion',
  description: 'disallow annotations that akepa-migrate left for somebody to resolve',
  hasSuggestions: false,
  options: {},
  messages: { leftover: '{{code}}: {{text}}' },
  readsConfig: false,
  check: ({ module }) =>
    todosIn(module).map(({ comment, code, text }) => ({
      messageId: 'leftover',
      data: { code, text },
      range: comment.range,
      suggestions: [],
    })),
});
