import { checkContent } from '../build/check.ts';
import { contentFolder } from '../folders.ts';
import { formatProblems } from '../model/problems.ts';
import { site } from '../site.ts';
import { settings } from './settings.ts';

settings();

const problems = await checkContent(contentFolder, site.address, new Date());
if (problems.length > 0) {
	console.error(formatProblems(problems));
	process.exitCode = 1;
} else console.log('No problems in the content.');
