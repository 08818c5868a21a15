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
	/** Whether the answer is several values of the option, with commas between them. */
	readonly isList?: boolean;
	/** Returns why an answer is invalid; `undefined` if it is valid. */
	readonly refusal?: (answer: string) => string | undefined;
}

/** The answers so far, as options: who leaves can go on with them. */
const answered: string[] = [];
let hasWritten = false;

function remember(option: string, ...values: readonly string[]): void {
	for (const value of values)
		if (value !== '') answered.push(`--${option} ${JSON.stringify(value)}`);
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
		if (given !== undefined) remember(option, given);
		return unattended.trim();
	}
	if (!interactive) refuse(`Give --${option}: there is nobody to ask.`);
	const typed = settled(
		await text({
			message,
			placeholder: hint,
			...(proposal && { initialValue: proposal }),
			validate: (answer = '') => refusal(answer.trim()),
		}),
	).trim();
	remember(option, ...(question.isList ? partsOf(typed) : [typed]));
	return typed;
}

/** Returns the values of a list with commas between them. */
export function partsOf(text: string): string[] {
	return text
		.split(',')
		.map((part) => part.trim())
		.filter(Boolean);
}

/** Resolves to the id that `make` gives to what it writes for an option, while other answers wait. */
export async function within(option: string, make: () => Promise<string>): Promise<string> {
	const before = answered.length;
	const id = await make();
	answered.length = before;
	remember(option, id);
	hasWritten = true;
	return id;
}

/** The value of a choice that is made anew. */
export const other = '+';

export interface Choice {
	readonly value: string;
	readonly label: string;
}

export interface Selection extends Question<readonly string[]> {
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
		if (given.length > 0 || !required) {
			remember(option, ...given);
			return given;
		}
	}
	if (!interactive) {
		if (required) refuse(`Give --${option}: there is nobody to ask.`);
		return [];
	}
	if (choices.length === 0) return [];
	const chosen = settled(
		await autocompleteMultiselect({
			message,
			options: choices.map(({ value, label }) => ({ value, label, hint: value })),
			placeholder: 'a part of the name',
			required,
			maxItems: 8,
		}),
	);
	remember(option, ...chosen.filter((value) => value !== other));
	return chosen;
}

/** Resolves to a yes or no from the command line, or asks for it. No without a terminal. */
export async function decide(message: string, given: boolean | undefined): Promise<boolean> {
	if (given !== undefined || !interactive) return given ?? false;
	return settled(await confirm({ message, initialValue: false }));
}

/** Ends the command if the question was cancelled. Nothing is written before the last answer. */
function settled<Answer>(answer: Answer | typeof CANCEL_SYMBOL): Answer {
	if (!isCancel(answer)) return answer;
	const options = answered.length > 0 ? ` To go on: npm run new -- ${answered.join(' ')}` : '';
	cancel(`Nothing ${hasWritten ? 'more ' : ''}was written.${options}`);
	process.exit(130);
}
