//! The text of a web page, or of a part of one as the clipboard has it.
//!
//! It comes close to what a browser gives for the same page as `innerText`, since that is what the reader has seen:
//! blocks end lines, a paragraph stands between empty lines, cells are parted by tabs, white space is one space, and
//! emphasis adds nothing to a word. Unlike there an item of a list begins with `- ` and is a paragraph, and a cell
//! whose words are paragraphs stays on the line of its row.
//!
//! There is no tree: only the elements that are open are known, and what the HTML Standard says on elements that
//! close others is followed as far as it concerns paragraphs, items, cells and rows.

use super::markup::{Tag, Token, Tokens};

/// How many elements within each other are kept apart; as a browser's limit it bounds what a hostile page can cost.
const MAX_DEPTH: usize = 256;

/// How a page begins: those of the patterns of the
/// [MIME Sniffing Standard, section 7.1](https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type)
/// that nobody takes for a name in a chat, and what the clipboard of Windows begins with.
const BEGINS: &[&str] = &[
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<title",
    "<style",
    "<script",
    "<h1",
    "<div",
    "<table",
    "<p",
    "<br",
    "<!--",
    "<meta",
];

/// The marks around what was copied.
const FRAGMENT: (&str, &str) = ("<!--StartFragment-->", "<!--EndFragment-->");

/// What an element does to the lines of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Nothing.
    Inline,
    /// It has no content.
    Void,
    /// It is a line end.
    LineEnd,
    /// It begins and ends a line.
    Block,
    /// It stands between empty lines.
    Paragraph,
    /// It is a paragraph that begins with a dash.
    Item,
    Row,
    Cell,
    /// What is in it is not seen.
    Hidden,
}

fn kind(name: &str) -> Kind {
    match name {
        "br" => Kind::LineEnd,
        "area" | "base" | "col" | "embed" | "img" | "input" | "link" | "meta" | "param" | "source" | "track"
        | "wbr" => Kind::Void,
        "address" | "article" | "aside" | "body" | "caption" | "center" | "dd" | "details" | "dialog" | "div"
        | "dt" | "fieldset" | "figcaption" | "footer" | "form" | "header" | "hgroup" | "html" | "legend" | "main"
        | "nav" | "option" | "search" | "section" | "summary" | "tbody" | "tfoot" | "thead" => Kind::Block,
        "blockquote" | "dl" | "figure" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hr" | "menu" | "ol" | "p"
        | "pre" | "table" | "ul" => Kind::Paragraph,
        "li" => Kind::Item,
        "tr" => Kind::Row,
        "td" | "th" => Kind::Cell,
        "audio" | "canvas" | "head" | "iframe" | "noembed" | "noframes" | "noscript" | "object" | "script"
        | "select" | "style" | "svg" | "template" | "textarea" | "title" | "video" | "xml" => Kind::Hidden,
        _ => Kind::Inline,
    }
}

/// Whether a text is a web page, or a part of one.
pub(super) fn is_html(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| c == '\u{feff}' || c.is_ascii_whitespace());
    if is_clipboard(text) {
        return true;
    }
    let text = match text.strip_prefix("<?xml") {
        Some(declared) => declared.split_once("?>").map_or("", |(_, rest)| rest).trim_ascii_start(),
        None => text,
    };
    let begins = |begin: &&str| {
        let rest =
            text.get(..begin.len()).filter(|found| found.eq_ignore_ascii_case(begin)).map(|_| &text[begin.len()..]);
        rest.is_some_and(|rest| begin.ends_with('-') || rest.starts_with([' ', '>', '/', '\t', '\r', '\n']))
    };
    BEGINS.iter().any(begins) && text.contains("</")
}

/// Whether a text is HTML as the clipboard of Windows keeps it, with a header of positions.
fn is_clipboard(text: &str) -> bool {
    text.starts_with("Version:") && text.lines().take(8).any(|line| line.starts_with("StartFragment:"))
}

/// The words of a web page or of a part of one, such as a clipboard holds; `None` if there are none.
#[must_use]
pub fn from_html(html: &str) -> Option<String> {
    let mut page = Page::default();
    for token in Tokens::new(fragment(html)) {
        match token {
            Token::Open(tag) => page.open(&tag),
            Token::Close(name) => page.close(&name.to_ascii_lowercase()),
            Token::Text(text) => page.text(&text),
        }
    }
    let text = page.lines.text.trim_end();
    (!text.trim_start().is_empty()).then(|| text.to_owned())
}

/// What was copied, without what the clipboard puts around it.
fn fragment(html: &str) -> &str {
    if let Some((_, after)) = html.split_once(FRAGMENT.0) {
        return after.split_once(FRAGMENT.1).map_or(after, |(copied, _)| copied);
    }
    let html = html.trim_start_matches('\u{feff}');
    if is_clipboard(html) { html.find('<').map_or("", |at| &html[at..]) } else { html }
}

/// An element that is open.
struct Element {
    name: String,
    kind: Kind,
    is_hidden: bool,
    keeps_blanks: bool,
    /// Whether it is the sign of an item that Word has put before its words.
    is_sign: bool,
    /// How long the text was when it began.
    from: usize,
    /// The cells in a row so far.
    cells: usize,
}

/// The elements that are open, and the text so far.
#[derive(Default)]
struct Page {
    open: Vec<Element>,
    lines: Lines,
}

impl Page {
    fn open(&mut self, tag: &Tag<'_>) {
        let name = tag.name.to_ascii_lowercase();
        let kind = displayed(kind(&name), tag);
        self.close_implied(&name, kind);
        let parent = self.open.last();
        let is_hidden = self.is_hidden() || kind == Kind::Hidden || is_hidden(tag);
        let keeps_blanks = keeps_blanks(&name, tag).unwrap_or_else(|| parent.is_some_and(|parent| parent.keeps_blanks));
        let is_sign =
            parent.is_some_and(|parent| parent.is_sign) || style(tag, "mso-list").is_some_and(|list| list == "ignore");
        if !is_hidden {
            self.begin(kind);
        }
        let from = self.lines.text.len();
        let element = Element { name, kind, is_hidden, keeps_blanks, is_sign, from, cells: 0 };
        if tag.is_closed || element.name == "hr" || matches!(kind, Kind::Void | Kind::LineEnd) {
            self.end(&element);
        } else if self.open.len() < MAX_DEPTH {
            self.open.push(element);
        }
    }

    fn is_hidden(&self) -> bool {
        self.open.last().is_some_and(|parent| parent.is_hidden)
    }

    /// Closes the elements that end where this one begins, without an end tag.
    fn close_implied(&mut self, name: &str, kind: Kind) {
        if matches!(kind, Kind::Block | Kind::Paragraph | Kind::Item) {
            self.close_among(&["p"], |open| open.kind != Kind::Inline);
        }
        match name {
            "li" => self.close_among(&["li"], |open| matches!(&*open.name, "ul" | "ol" | "menu" | "table")),
            "dt" | "dd" => self.close_among(&["dt", "dd"], |open| matches!(&*open.name, "dl" | "table")),
            "td" | "th" => self.close_among(&["td", "th"], |open| matches!(&*open.name, "tr" | "table")),
            "tr" | "tbody" | "thead" | "tfoot" => self.close_among(&["tr"], |open| open.name == "table"),
            _ => {}
        }
    }

    /// An end tag. That of emphasis closes no block, and nothing but a part of the table closes a cell.
    fn close(&mut self, name: &str) {
        let kind = kind(name);
        let is_table = matches!(kind, Kind::Row | Kind::Cell) || matches!(name, "table" | "tbody" | "thead" | "tfoot");
        self.close_among(&[name], |open| match kind {
            Kind::Inline => open.kind != Kind::Inline,
            _ => !is_table && open.kind == Kind::Cell,
        });
    }

    /// Closes the innermost of the elements with one of these names, and what is open in it, unless another stands
    /// between that `stops` it.
    fn close_among(&mut self, names: &[&str], stops: impl Fn(&Element) -> bool) {
        for at in (0..self.open.len()).rev() {
            if names.contains(&&*self.open[at].name) {
                for element in self.open.split_off(at).iter().rev() {
                    self.end(element);
                }
                return;
            }
            if stops(&self.open[at]) {
                return;
            }
        }
    }

    fn begin(&mut self, kind: Kind) {
        match kind {
            Kind::LineEnd => self.lines.line_end(),
            Kind::Block | Kind::Row => self.lines.part(1),
            Kind::Paragraph => self.lines.part(2),
            Kind::Item => {
                self.lines.part(2);
                self.lines.dash = true;
            }
            Kind::Cell => {
                let row = self.open.last_mut().filter(|parent| parent.kind == Kind::Row);
                let (from, cells) = row.map_or((0, usize::from(!self.lines.text.is_empty())), |row| {
                    row.cells += 1;
                    (row.from, row.cells - 1)
                });
                self.lines.cell(from, cells);
            }
            Kind::Inline | Kind::Void | Kind::Hidden => {}
        }
    }

    fn end(&mut self, element: &Element) {
        if element.is_hidden {
            return;
        }
        match element.kind {
            Kind::Block => self.lines.part(1),
            Kind::Paragraph => self.lines.part(2),
            Kind::Item => {
                self.lines.dash = false;
                self.lines.part(2);
            }
            Kind::Row => self.lines.row_end(element.from),
            Kind::Cell => self.lines.cell_from = None,
            Kind::Inline | Kind::Void | Kind::LineEnd | Kind::Hidden => {}
        }
    }

    fn text(&mut self, text: &str) {
        let Some(parent) = self.open.last() else { return self.lines.words(text) };
        // Word puts a blank into every empty paragraph.
        let is_filler = parent.name == "o:p" && text.trim().is_empty();
        if parent.is_hidden || is_filler {
        } else if parent.is_sign {
            self.lines.sign(text);
        } else if parent.keeps_blanks {
            // The line end behind the tag is not part of what is set as it is.
            let is_first = parent.name == "pre" && parent.from == self.lines.text.len();
            let text = text.replace("\r\n", "\n");
            self.lines.verbatim(text.strip_prefix('\n').filter(|_| is_first).unwrap_or(&text));
        } else {
            self.lines.words(text);
        }
    }
}

/// What an element is by the style that it carries itself: browsers write into it what a style sheet said of what is
/// copied ([CSS Display, section 2](https://www.w3.org/TR/css-display-3/#the-display-properties)).
fn displayed(kind: Kind, tag: &Tag<'_>) -> Kind {
    let is_plain = matches!(kind, Kind::Inline | Kind::Block);
    match style(tag, "display").as_deref() {
        Some("none") => Kind::Hidden,
        Some("inline" | "contents") if matches!(kind, Kind::Block | Kind::Paragraph | Kind::Item) => Kind::Inline,
        Some("block" | "flow-root" | "list-item" | "flex" | "grid" | "table") if is_plain => Kind::Block,
        Some("table-row") if is_plain => Kind::Row,
        Some("table-cell") if is_plain => Kind::Cell,
        _ => kind,
    }
}

/// Whether an element says of itself that it is not seen. Word says it of hidden words, and puts comments behind the
/// text.
fn is_hidden(tag: &Tag<'_>) -> bool {
    tag.attribute("hidden").is_some()
        || tag.attribute("aria-hidden").is_some_and(|value| value.eq_ignore_ascii_case("true"))
        || style(tag, "mso-hide").is_some_and(|hides| hides == "all")
        || style(tag, "mso-element").is_some_and(|element| element == "comment-list")
}

/// Whether blanks and line ends in an element are seen as they are, if it says so.
fn keeps_blanks(name: &str, tag: &Tag<'_>) -> Option<bool> {
    let value = style(tag, "white-space-collapse").or_else(|| style(tag, "white-space"));
    match value.as_deref() {
        Some(value) => Some(["pre", "break-spaces"].iter().any(|keeps| value.starts_with(keeps))),
        None => (name == "pre").then_some(true),
    }
}

/// What the style of an element says of a property, in small letters.
fn style(tag: &Tag<'_>, property: &str) -> Option<String> {
    let styles = tag.attribute("style")?;
    let mut pairs = styles.rsplit(';').filter_map(|declared| declared.split_once(':'));
    let (_, value) = pairs.find(|(name, _)| name.trim().eq_ignore_ascii_case(property))?;
    Some(value.split('!').next().unwrap_or_default().trim().to_ascii_lowercase())
}

/// The text so far, and what stands between it and the next word.
#[derive(Default)]
struct Lines {
    text: String,
    ends: usize,
    tabs: usize,
    space: bool,
    dash: bool,
    /// How long the text was when the cell began; up to its first word nothing in it ends a line.
    cell_from: Option<usize>,
}

impl Lines {
    /// At least so many line ends come before the next word.
    fn part(&mut self, ends: usize) {
        if self.cell_from != Some(self.text.len()) {
            self.ends = self.ends.max(ends);
        }
    }

    /// One more line end.
    fn line_end(&mut self) {
        self.part(self.ends + 1);
    }

    /// A cell begins, the first of its row or behind others.
    fn cell(&mut self, row_from: usize, before: usize) {
        if before > 0 {
            if self.text.len() > row_from {
                self.ends = 0;
            }
            self.tabs += 1;
        }
        self.cell_from = Some(self.text.len());
    }

    fn row_end(&mut self, from: usize) {
        self.tabs = 0;
        self.ends = if self.text.len() > from { 1 } else { self.ends.max(1) };
    }

    /// Puts what stands before a word.
    fn gap(&mut self) {
        let (ends, tabs) = (std::mem::take(&mut self.ends), std::mem::take(&mut self.tabs));
        let space = std::mem::take(&mut self.space) && ends + tabs == 0;
        if !self.text.is_empty() {
            self.text.extend(std::iter::repeat_n('\n', ends));
            if space && !self.text.ends_with([' ', '\n', '\t']) {
                self.text.push(' ');
            }
        }
        self.text.extend(std::iter::repeat_n('\t', tabs));
        if std::mem::take(&mut self.dash) {
            self.text.push_str("- ");
        }
    }

    /// Text in which white space is one space.
    fn words(&mut self, text: &str) {
        for (number, word) in text.split(|c: char| c.is_ascii_whitespace()).enumerate() {
            self.space |= number > 0;
            if !word.is_empty() {
                self.gap();
                self.text.push_str(word);
            }
        }
    }

    /// The sign of an item as Word writes it, with blanks up to the words. A bullet is a letter of a font of signs.
    fn sign(&mut self, text: &str) {
        let sign = text.trim();
        let is_bullet =
            sign.chars().count() == 1 && !sign.starts_with(|c: char| matches!(c, '-' | '–' | '—') || c.is_numeric());
        self.words(if is_bullet { "•" } else { sign });
        self.space = true;
    }

    /// Text as it is.
    fn verbatim(&mut self, text: &str) {
        if !text.is_empty() {
            self.gap();
            self.text.push_str(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(html: &str, text: &str) {
        assert_eq!(from_html(html).as_deref().unwrap_or_default(), text, "{html}");
    }

    #[test]
    fn blocks_end_lines_and_paragraphs_stand_apart() {
        check(
            "<h1>Overleg</h1>\n<p>Een\n  twee</p><p>drie<p>vier<div>vijf</div><div>zes<br>zeven<br/></div>acht",
            "Overleg\n\nEen twee\n\ndrie\n\nvier\n\nvijf\nzes\nzeven\nacht",
        );
        check("<div>a</div><div><br></div><div>b</div>", "a\n\nb");
        check("a<br><br>b<hr>c<p>d</p><br><p>e", "a\n\nb\n\nc\n\nd\n\n\ne");
        check("<section><article>a</article><blockquote>b</blockquote></section><dl><dt>c<dd>d</dl>", "a\n\nb\n\nc\nd");
        check("  <p> \n</p>", "");
    }

    #[test]
    fn emphasis_adds_nothing() {
        check(
            "<p><b>Duin:</b> on<i>ge</i>looflijk<wbr>e <em> dag </em> , zei<span> </span>ze</p>",
            "Duin: ongelooflijke dag , zei ze",
        );
        check("<p><b>Veld</b>: caf&eacute;&nbsp;&amp; thee &lt;3</p>", "Veld: café\u{a0}& thee <3");
        check("<b>a<p>b</b>c</p>d", "a\n\nbc\n\nd");
    }

    #[test]
    fn lists_have_dashes() {
        check(
            "<ul>\n<li>een<li><p>twee</p><p>meer</p><ol><li>binnen</li></ol></li>\n<li></li></ul>na",
            "- een\n\n- twee\n\nmeer\n\n- binnen\n\nna",
        );
    }

    #[test]
    fn a_row_is_a_line_with_tabs() {
        check(
            "<table><thead><tr><th>Wie<th>Wat</thead><tbody><tr><td>Duin</td>\n<td>Ja.</td></tr></tbody></table>na",
            "Wie\tWat\nDuin\tJa.\n\nna",
        );
        check(
            "<p>voor</p><table><tr><td><p>Duin</p></td><td><p>Een.</p><p>Twee.</p></td></tr><tr><td><p>&nbsp;</p><td><div>x</div></table>",
            "voor\n\nDuin\tEen.\n\nTwee.\n\u{a0}\tx",
        );
        check(
            "<table><tr><td></td><td>a</td><td><br></td><td>b</td><td></td></tr><tr><td>c</td></tr></table>",
            "\ta\t\tb\nc",
        );
        check(
            "<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr></table>",
            "a\n\nb\tc\td",
        );
    }

    #[test]
    fn what_is_not_seen_is_left_out() {
        check(
            "<html><head><title>x</title><style>p { }</style></head><body>a<script>b</script><template>c</template>\
            <noscript><p>d</p></noscript><p hidden>e<p>f<span style='Display : None'>g<b>h</b></span><i aria-hidden=true>i</i>\
            <span aria-hidden=false>j</span><svg><path/><text>k</text></svg></body></html>",
            "a\n\nfj",
        );
        check("<div hidden><div>a</div>b</div>c", "c");
    }

    #[test]
    fn what_is_set_as_it_is_keeps_its_blanks() {
        check("<pre>\na  b\r\n\tc\n</pre>d  e", "a  b\n\tc\n\n\nd e");
        check("<p><span style=\"white-space: pre-wrap;\">a  b</span> <span>c  d</span></p>", "a  b c d");
    }

    #[test]
    fn the_clipboards_of_windows_and_of_word() {
        let word = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><!--[if gte mso 9]><xml><w:View>Normal\
            </w:View></xml><![endif]--><style><!-- p.MsoNormal {margin:0} --></style></head><body lang=NL>\
            <!--StartFragment--><p class=MsoNormal><b>Duin</b>: dank\r\nu.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>\
            <p class=MsoListParagraph><![if !supportLists]><span>1.<span>&nbsp; </span></span><![endif]>Veld<o:p>!</o:p></p>\
            <!--EndFragment--></body></html>";
        let text = "Duin: dank u.\n\n1.\u{a0} Veld!";
        check(word, text);
        let header = "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000500\r\nStartFragment:0000000141\r\nEndFragment:0000000450\r\n";
        check(&format!("{header}{word}"), text);
        check(&format!("{header}<html><body><p>a</p></body></html>"), "a");
        assert!(is_html(&format!("{header}<html>")));
    }

    #[test]
    fn signs_of_items_that_word_has_put_there() {
        let item = |sign: &str, text: &str| {
            format!(
                "<p class=MsoListParagraph style='margin-left:36.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span \
                 style='font-family:Symbol;mso-bidi-font-family:\nSymbol'><span style='mso-list:Ignore'>{sign}<span style='font:7.0pt \
                 \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;\n </span></span></span><![endif]>{text}<o:p></o:p></p>"
            )
        };
        let items = [item("·", "een"), item("o", "twee"), item("-", "drie"), item("2)", "vier"), item("1", "vijf")];
        check(&items.concat(), "• een\n\n• twee\n\n- drie\n\n2) vier\n\n1 vijf");
        check(
            "<p>a<span style='display:none;mso-hide:all'>b</span><span style='mso-hide:all'>c</span></p>\
             <div style='mso-element:comment-list'><p>d</p></div>",
            "a",
        );
    }

    #[test]
    fn styles_that_browsers_write_into_what_is_copied() {
        check(
            "<span style=\"display: block;\">Duin</span><span style='DISPLAY:block !important'>Dag.</span>",
            "Duin\nDag.",
        );
        check("a <div style=\"color: red; display: inline\">b</div> c<p style='display:contents'>d</p>", "a b cd");
        check(
            "<div style='display:table'><div style='display:table-row'><div style='display:table-cell'>Duin</div>\
             <div style='display:table-cell'><p>Dag.</p></div></div><div style='display:table-row'><span \
             style='display:table-cell'>Veld</span><span style='display:table-cell'>Hoi.</span></div></div>",
            "Duin\tDag.\nVeld\tHoi.",
        );
        check(
            "<div style=\"white-space: pre-wrap\">a\nb<span style='white-space: normal'>c\n  d</span></div>",
            "a\nbc d",
        );
        check(
            "<div style=\"white-space-collapse: preserve; text-wrap: wrap\">a\nb</div><p style='white-space-collapse:collapse'>c\nd",
            "a\nb\n\nc d",
        );
        check("<pre style='white-space:normal'>a\nb</pre>", "a b");
    }

    #[test]
    fn documents_of_google() {
        check(
            "<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal-guid-0\"><p dir=\"ltr\" style=\"line-height:1.38;\">\
             <span style=\"font-weight:700;white-space:pre;white-space:pre-wrap;\">Duin: </span><span style=\"white-space:pre-wrap;\">dag.</span>\
             </p><br /><p dir=\"ltr\"><span>Veld.</span></p><ul style=\"margin-top:0\"><li dir=\"ltr\" style=\"list-style-type:disc;white-space:pre;\" \
             aria-level=\"1\"><p dir=\"ltr\" role=\"presentation\"><span>een</span></p></li></ul></b><br class=\"Apple-interchange-newline\">",
            "Duin: dag.\n\n\nVeld.\n\n- een",
        );
    }

    #[test]
    fn a_page_is_known_by_how_it_begins() {
        for page in [
            "<!DOCTYPE html><p>a</p>",
            "\u{feff}\n<HTML lang=nl><body></body>",
            "<?xml version='1.0'?>\n<html xmlns='x'></html>",
            "<!-- saved --><p>a</p>",
            "<div class=x>a</div>",
        ] {
            assert!(is_html(page), "{page}");
        }
        for text in [
            "Duin: <b>ja</b>",
            "<b> hoi </b>",
            "<duin> hoi",
            "<p> zegt: nee",
            "<piet> </p>",
            "<?xml version='1.0'?><tt></tt>",
            "WEBVTT\n\n<v Duin>a</v>",
            "é",
        ] {
            assert!(!is_html(text), "{text}");
        }
    }

    #[test]
    fn hostile_depth_costs_little() {
        let deep = format!("{}a{}", "<div>".repeat(200_000), "</p></b></td>".repeat(200_000));
        check(&deep, "a");
    }

    proptest! {
        #[test]
        fn no_html_makes_it_fail(html in "(</?(p|td|tr|table|li|ul|b|pre|br|span hidden|o:p|script)/?>|a| |\n|&nbsp;|<!--|-->|\\PC){0,80}") {
            let _ = from_html(&html);
        }

        #[test]
        fn every_word_survives_in_order(
            words in prop::collection::vec("[a-zé&<]{1,8}", 1..12),
            tags in prop::collection::vec(prop::sample::select(vec!["p", "div", "li", "td", "tr", "table", "b", "h2", "pre", "/p", "/li", "/td", "/tr", "/table", "/div", "br"]), 1..12),
        ) {
            let pieces = words.iter().map(|word| word.replace('&', "&amp;").replace('<', "&lt;")).zip(tags.iter().cycle());
            let html = pieces.map(|(word, tag)| [" ", &word, " <", tag, ">"].concat()).collect::<String>();
            let text = from_html(&html).unwrap_or_default();
            let found: Vec<_> = text.split_whitespace().filter(|word| *word != "-").collect();
            prop_assert_eq!(found, words);
        }
    }
}
