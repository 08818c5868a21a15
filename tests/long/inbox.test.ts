import { test } from 'node:test';
import { surviveKills } from '../site/inbox.ts';

test('killed two hundred times in the midst of it, nothing that was acknowledged is lost', () =>
	surviveKills(200));
