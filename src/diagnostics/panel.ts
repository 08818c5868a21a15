import type { Problem } from '../model/checks/problems.ts';

const style = `
	:host {
		position: fixed; inset: auto 0 0; z-index: 9; max-height: 45vh; overflow: auto;
		color-scheme: light dark;
		background: light-dark(#fff, #211e1b); color: light-dark(#1f1c18, #e5dfd5);
		border-top: 3px solid #b3261e;
		font: 15px/1.45 system-ui, sans-serif; box-shadow: 0 -4px 24px #0003;
	}
	:host([data-only-warnings]) { border-color: #a66a00; }
	:host([hidden]) { display: none; }
	summary { padding: 10px 18px; font-weight: 600; cursor: pointer; }
	ol { margin: 0; padding: 0 18px 12px; list-style: none; }
	li { padding: 8px 0; border-top: 1px solid light-dark(#ddd6ca, #3a352f); }
	button { padding: 0; border: 0; background: none; color: light-dark(#0b57d0, #a8c7fa); font: 13px/1.45 ui-monospace, monospace; text-decoration: underline; cursor: pointer; overflow-wrap: anywhere; text-align: left; }
	.code { margin-left: 1em; font: 13px/1.45 ui-monospace, monospace; color: light-dark(#655d53, #a89f92); }
	p { margin: 2px 0 0; }
	.fix { color: light-dark(#1a5c2e, #8fd3a3); }
`;

/** A panel at the bottom of the page that lists the problems of the content. */
class DiagnosticsPanel extends HTMLElement {
	readonly #root = this.attachShadow({ mode: 'open' });

	show(problems: readonly Problem[]): void {
		const errors = problems.filter(({ severity }) => severity === 'error');
		this.hidden = problems.length === 0;
		this.toggleAttribute('data-only-warnings', errors.length === 0);
		const open = this.#root.querySelector('details')?.open ?? errors.length > 0;
		this.#root.replaceChildren(
			element('style', {}, style),
			element(
				'details',
				{ open },
				element('summary', {}, title(errors.length, problems.length - errors.length)),
				element(
					'ol',
					{},
					...[...errors, ...problems.filter((one) => !errors.includes(one))].map(item),
				),
			),
		);
	}
}

function title(errors: number, warnings: number): string {
	const count = (number: number, thing: string) =>
		number === 0 ? [] : [`${number} ${thing}${number === 1 ? '' : 's'}`];
	const all = [...count(errors, 'error'), ...count(warnings, 'warning')].join(' and ');
	return errors > 0
		? `${all} in the content. Nothing can be published yet.`
		: `${all} in the content`;
}

function item({ file, line, column, severity, code, message, fix }: Problem): HTMLElement {
	const place = `${file}:${line}:${column}`;
	return element(
		'li',
		{},
		element('button', { title: 'Open in your editor', onclick: () => void open(place) }, place),
		element('span', { className: 'code' }, `${severity} ${code}`),
		element('p', {}, message),
		element('p', { className: 'fix' }, fix),
	);
}

async function open(place: string): Promise<void> {
	await fetch(`/__open-in-editor?file=${encodeURIComponent(place)}`);
}

function element<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	properties: Partial<HTMLElementTagNameMap[Name]>,
	...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
	const made = Object.assign(document.createElement(name), properties);
	made.append(...children);
	return made;
}

if (import.meta.hot) {
	customElements.define('diagnostics-panel', DiagnosticsPanel);
	const panel = document.createElement('diagnostics-panel') as DiagnosticsPanel;
	panel.hidden = true;
	document.body.append(panel);
	import.meta.hot.on('diagnostics:problems', (problems: readonly Problem[]) =>
		panel.show(problems),
	);
	import.meta.hot.send('diagnostics:ready');
}
