import { ofAddresses } from './catalogue/addresses.ts';
import { ofFields } from './catalogue/fields.ts';
import { ofTexts } from './catalogue/texts.ts';

/** Every problem there is; content/PROBLEMS.md explains each. */
export const catalogue = { ...ofFields, ...ofAddresses, ...ofTexts };
