import type { UseFormReturnType } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useCommand } from '../../ui/command.ts';
import { fieldErrors } from '../../ui/explain.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { strings } from './strings.ts';

interface StepOptions {
  onClose: () => void;
  /** Fields of the API that the form calls otherwise. */
  names?: Readonly<Record<string, string>>;
}

/** Does a step with what the form has; what is refused is said beside its field. */
export function useStep<Values>(
  form: UseFormReturnType<Values>,
  run: (values: Values, idempotency_key: string) => Promise<void>,
  { onClose, names = {} }: StepOptions,
) {
  const t = useStrings(strings);
  const client = useQueryClient();
  const command = useCommand(run, {
    onDone: () => {
      for (const key of ['home', 'choices', 'rates']) void client.invalidateQueries({ queryKey: [key] });
      tell(t.step_saved);
      onClose();
    },
    onError: (error) =>
      form.setErrors(
        Object.fromEntries(
          Object.entries(fieldErrors(error)).map(([field, text]) => [names[field] ?? field, text]),
        ),
      ),
  });
  return {
    onSave: form.onSubmit((values) => command.mutate(values)),
    is_saving: command.isPending,
    error: Object.keys(form.errors).length === 0 ? command.error : null,
  };
}
