export interface Site {
	readonly name: string;
	readonly tagline: string;
	readonly description: string;
	readonly address: string;
	readonly language: string;
	readonly pageSize: number;
	readonly navigation: readonly Link[];
}

export interface Link {
	readonly label: string;
	readonly path: string;
}
