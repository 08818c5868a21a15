import { ofAddresses } from './catalogue/addresses.ts';
import { ofFields } from './catalogue/fields.ts';
import { ofImages } from './catalogue/images.ts';
import { ofSyntax } from './catalogue/syntax.ts';
import { ofTranslations } from './catalogue/translations.ts';
import { ofTexts } from './catalogue/texts.ts';

/** All problems, by code. content/PROBLEMS.md explains each problem. */
export const catalogue = {
	...ofFields,
	...ofAddresses,
	...ofSyntax,
	...ofTexts,
	...ofImages,
	...ofTranslations,
};
