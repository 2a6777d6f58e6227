import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { tellError } from './notice.tsx';

interface CommandOptions<Result> {
  onDone?: (result: Result) => void;
  /** Shows the error itself: it is not told in a corner, too. */
  onError?: (error: unknown) => void;
}

/**
 * Something that changes data, done once whatever happens: a second press, or another after the answer was lost, sends the same
 * key, and the server does not do it again. Other content is another command.
 */
export function useCommand<Input, Result>(
  run: (input: Input, idempotency_key: string) => Promise<Result>,
  { onDone, onError }: CommandOptions<Result> = {},
): UseMutationResult<Result, unknown, Input> {
  const last = useRef<{ content: string; key: string } | undefined>(undefined);
  return useMutation({
    mutationFn: async (input: Input) => {
      const content = JSON.stringify(input) ?? '';
      if (last.current?.content !== content) last.current = { content, key: crypto.randomUUID() };
      const result = await run(input, last.current.key);
      last.current = undefined;
      return result;
    },
    onSuccess: (result) => onDone?.(result),
    onError: (error) => (onError ?? tellError)(error),
  });
}
