/** A video or audio: a file of this site, or a player of another site in a frame. */
export type Media =
	| { readonly kind: 'file'; readonly src: string }
	| {
			readonly kind: 'frame';
			readonly host: string;
			/** The page of the video, for a plain link. */
			readonly page: string;
			/** The player that the frame loads after a click. It plays at once. */
			readonly player: string;
	  };

/** The allowed origins of frames, for the Content-Security-Policy. */
export const players = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com'];

const endings = { Video: /\.(mp4|webm|ogv)$/i, Audio: /\.(mp3|m4a|ogg|opus|wav)$/i };

/** Returns the media at `src`, or `undefined` if the site cannot play it. */
export function mediaOf(component: keyof typeof endings, src: string): Media | undefined {
	if (/^\/(?![/\\])/.test(src) && endings[component].test(src)) return { kind: 'file', src };
	if (component === 'Audio' || !URL.canParse(src)) return undefined;
	const url = new URL(src);
	return youtube(url) ?? vimeo(url);
}

/** https://developers.google.com/youtube/player_parameters */
function youtube({ hostname, pathname, searchParams }: URL): Media | undefined {
	const host = hostname.replace(/^(www|m|music)\./, '');
	const [, inPath] = /^\/(?:embed|shorts|live)\/([\w-]+)/.exec(pathname) ?? [];
	const id =
		host === 'youtu.be'
			? pathname.slice(1)
			: /^youtube(-nocookie)?\.com$/.test(host)
				? (inPath ?? searchParams.get('v'))
				: undefined;
	if (!id || !/^[\w-]{11}$/.test(id)) return undefined;
	const start = seconds(searchParams.get('t') ?? searchParams.get('start') ?? '');
	return {
		kind: 'frame',
		host: 'YouTube',
		page: `https://www.youtube.com/watch?v=${id}${start > 0 ? `&t=${start}` : ''}`,
		player: `${players[0]}/embed/${id}?autoplay=1${start > 0 ? `&start=${start}` : ''}`,
	};
}

/** Parses `90`, `90s`, `1m30s` or `1h2m3s`. Returns 0 for other text. */
function seconds(time: string): number {
	const [, hours = 0, minutes = 0, rest = 0] =
		/^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(time) ?? [];
	return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
}

/** https://help.vimeo.com/hc/articles/12426260232977; the URL of an unlisted video has a key. */
function vimeo({ hostname, pathname, searchParams }: URL): Media | undefined {
	if (!/^((www|player)\.)?vimeo\.com$/.test(hostname)) return undefined;
	const [, id, inPath] = /^(?:\/video)?\/(\d+)(?:\/(\w+))?$/.exec(pathname) ?? [];
	if (!id) return undefined;
	const key = inPath ?? searchParams.get('h')?.replace(/\W/g, '');
	return {
		kind: 'frame',
		host: 'Vimeo',
		page: `https://vimeo.com/${id}${key ? `/${key}` : ''}`,
		player: `${players[1]}/video/${id}?autoplay=1&dnt=1${key ? `&h=${key}` : ''}`,
	};
}

/** The stylesheet of a frame before the click. The Content-Security-Policy has its hash. */
export const waitingStyle =
	'html,body,a{height:100%;margin:0;background:0 0}a{display:grid;place-items:center;text-decoration:none}b{padding:.55em .6em .55em .75em;background:#000b;color:#fff;font:2em/1 sans-serif;border-radius:50%}a:hover b,a:focus b{background:#8f2a1a}a:focus{outline:3px solid #8f2a1a;outline-offset:-3px}';

/** Returns the HTML of a frame before the click. It loads nothing; its link opens `player`. */
export function waiting(player: string, label: string): string {
	const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
	return `<meta name="color-scheme" content="light dark"><style>${waitingStyle}</style><a href="${attribute(player)}" aria-label="${attribute(label)}"><b aria-hidden="true">▶</b></a>`;
}
