import {
	autocompleteMultiselect,
	CANCEL_SYMBOL,
	cancel,
	confirm,
	isCancel,
	text,
} from '@clack/prompts';
import { refuse } from './options.ts';

/** Whether the command runs in a terminal, so that it can ask questions. */
export const interactive = process.stdin.isTTY && process.stdout.isTTY;

interface Question<Answer> {
	readonly option: string;
	readonly message: string;
	/** The value from the command line. */
	readonly given: Answer | undefined;
}

interface TextQuestion extends Question<string> {
	/** The proposed answer; the default without a terminal. */
	readonly proposal?: string | undefined;
	readonly hint?: string;
	/** Returns why an answer is invalid; `undefined` if it is valid. */
	readonly refusal?: (answer: string) => string | undefined;
}

/** Resolves to a text from the command line, or asks for it. Ends the command if it is invalid. */
export async function answer(question: TextQuestion): Promise<string> {
	const { option, message, given, proposal, hint = '', refusal = () => undefined } = question;
	const unattended = given ?? (interactive ? undefined : proposal);
	if (unattended !== undefined) {
		const reason = refusal(unattended.trim());
		if (reason && given === undefined)
			refuse(`Give --${option}: none can be made of what is given. ${reason}`);
		if (reason) refuse(`--${option} "${unattended}": ${reason}`);
		return unattended.trim();
	}
	if (!interactive) refuse(`Give --${option}: there is nobody to ask.`);
	return settled(
		await text({
			message,
			placeholder: hint,
			...(proposal && { initialValue: proposal }),
			validate: (answer = '') => refusal(answer.trim()),
		}),
	).trim();
}

export interface Choice {
	readonly value: string;
	readonly label: string;
}

interface Selection extends Question<readonly string[]> {
	readonly choices: readonly Choice[];
	readonly required: boolean;
}

/** Resolves to values from the command line, or asks for them. Unknown ones end the command. */
export async function choose(selection: Selection): Promise<readonly string[]> {
	const { option, message, given, choices, required } = selection;
	if (given) {
		for (const value of given)
			if (!choices.some((choice) => choice.value === value))
				refuse(
					`--${option} "${value}" does not exist. There are: ${choices.map((choice) => choice.value).join(', ') || 'none'}.`,
				);
		if (given.length > 0 || !required) return given;
	}
	if (!interactive) {
		if (required) refuse(`Give --${option}: there is nobody to ask.`);
		return [];
	}
	if (choices.length === 0) return [];
	return settled(
		await autocompleteMultiselect({
			message,
			options: choices.map(({ value, label }) => ({ value, label, hint: value })),
			placeholder: 'a part of the name',
			required,
			maxItems: 8,
		}),
	);
}

/** Resolves to a yes or no from the command line, or asks for it. No without a terminal. */
export async function decide(message: string, given: boolean | undefined): Promise<boolean> {
	if (given !== undefined || !interactive) return given ?? false;
	return settled(await confirm({ message, initialValue: false }));
}

/** Ends the command if the question was cancelled. Nothing is written before the last answer. */
function settled<Answer>(answer: Answer | typeof CANCEL_SYMBOL): Answer {
	if (!isCancel(answer)) return answer;
	cancel('Nothing was written.');
	process.exit(130);
}
