//! Rendering a body, cut in two.

use std::collections::HashMap;
use std::fmt::Write as _;

use comrak::nodes::{Node, NodeValue};
use comrak::{Arena, Options, format_html};
use kernel::Locale;

use super::block::{Block, BlockKind};
use super::dialect::{TopLevel, options, parse, top_level};
use super::inline::{Numbers, Picture, escaped, own_block, prepare};
use super::measure::{plain_text, words_and_minutes};
use super::outline::references;
use super::sanitise::sanitise;

/// Where the teaser ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// Nowhere: all of it is for everyone.
    None,
    /// After so many paragraphs, unless a `<!-- paywall -->` marker says otherwise.
    After(u32),
}

/// How to render.
pub struct RenderOptions<'a> {
    /// Where to cut.
    pub cut: Cut,
    /// The language, for the reading time.
    pub locale: &'a Locale,
    /// The stored picture for an address in the body; a picture it doesn't know isn't shown.
    pub pictures: &'a dyn Fn(&str) -> Option<Picture>,
}

/// A body, rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// What everyone may see.
    pub teaser: Half,
    /// The rest, if the cut left any.
    pub remainder: Option<Half>,
    /// Words of both halves.
    pub words: u32,
    /// Minutes of reading of both halves, at least 1.
    pub minutes: u32,
}

/// One half: safe HTML, and its text for search and previews.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Half {
    /// Well-formed and sanitised for itself.
    pub html: String,
    /// The words, a line a block.
    pub text: String,
}

/// Renders a body. `blocks` are those of [`super::outline`], in order, with their names.
///
/// A footnote belongs to the half that refers to it first; link definitions are resolved before the
/// cut. Raw HTML and comments are dropped.
#[must_use]
pub fn render(body: &str, blocks: &[Block], options: &RenderOptions<'_>) -> Rendered {
    let arena = Arena::new();
    let root = parse(&arena, body);
    let (teaser, remainder) = halves(root, options.cut);
    let mut notes: HashMap<String, Node<'_>> = HashMap::new();
    for node in root.children() {
        if let TopLevel::Footnote(name) = top_level(node) {
            notes.insert(name, node);
        }
    }
    let numbers = number(teaser.iter().chain(&remainder).copied(), &notes);
    let first_in_remainder = number(teaser.iter().copied(), &notes).len();

    let mut own: Vec<(u32, &String)> = numbers.iter().map(|(name, number)| (*number, name)).collect();
    own.sort_unstable();
    let listed: Vec<(u32, Node<'_>)> =
        own.into_iter().filter_map(|(number, name)| Some((number, *notes.get(name)?))).collect();
    let (teaser_notes, remainder_notes) = listed.split_at(first_in_remainder.min(listed.len()));

    let texts = (half_text(&teaser, teaser_notes), half_text(&remainder, remainder_notes));
    let writer = Writer { options: self::options(), numbers: &numbers, pictures: options.pictures };
    let (first, second) = blocks.split_at(teaser.len().min(blocks.len()));
    let teaser_html = writer.half(&teaser, first, teaser_notes);
    let has_remainder = !remainder.is_empty();
    let remainder_html =
        if has_remainder { writer.half(&remainder, second, remainder_notes) } else { String::new() };
    let (words, minutes) = words_and_minutes(&[&texts.0, &texts.1], options.locale);
    Rendered {
        teaser: Half { html: teaser_html, text: texts.0 },
        remainder: has_remainder.then_some(Half { html: remainder_html, text: texts.1 }),
        words,
        minutes,
    }
}

fn half_text<'a>(blocks: &[Node<'a>], notes: &[(u32, Node<'a>)]) -> String {
    plain_text(blocks.iter().copied().chain(notes.iter().map(|(_, note)| *note)))
}

/// The blocks before and after the cut.
fn halves(root: Node<'_>, cut: Cut) -> (Vec<Node<'_>>, Vec<Node<'_>>) {
    let mut blocks = Vec::new();
    let mut marker = None;
    for node in root.children() {
        match top_level(node) {
            TopLevel::Block(kind) => blocks.push((node, kind)),
            TopLevel::Paywall => {
                marker.get_or_insert(blocks.len());
            }
            TopLevel::Footnote(_) | TopLevel::Nothing => {}
        }
    }
    let at = match (cut, marker) {
        (Cut::None, _) => blocks.len(),
        (Cut::After(_), Some(at)) => at,
        (Cut::After(paragraphs), None) => after_paragraphs(&blocks, paragraphs),
    };
    let mut nodes = blocks.into_iter().map(|(node, _)| node);
    let teaser = nodes.by_ref().take(at).collect();
    (teaser, nodes.collect())
}

fn after_paragraphs(blocks: &[(Node<'_>, BlockKind)], paragraphs: u32) -> usize {
    let wanted = usize::try_from(paragraphs).unwrap_or(usize::MAX);
    let ends = blocks
        .iter()
        .enumerate()
        .filter(|(_, (_, kind))| *kind == BlockKind::Paragraph)
        .map(|(index, _)| index + 1);
    ends.take(wanted).last().filter(|_| wanted > 0).unwrap_or(0)
}

/// Numbers the footnotes in the order of their first reference; a note's own references count after
/// the reference to it.
fn number<'a>(blocks: impl Iterator<Item = Node<'a>>, notes: &HashMap<String, Node<'a>>) -> Numbers {
    let mut numbers = Numbers::new();
    let mut open: Vec<Node<'a>> = blocks.collect();
    open.reverse();
    while let Some(node) = open.pop() {
        let mut inner = Vec::new();
        for name in references(node) {
            if let Some(note) = notes.get(&name)
                && !numbers.contains_key(&name)
            {
                let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX) + 1;
                numbers.insert(name, next);
                inner.push(*note);
            }
        }
        open.extend(inner.into_iter().rev());
    }
    numbers
}

/// Writes the HTML of a half.
struct Writer<'a> {
    options: Options<'static>,
    numbers: &'a Numbers,
    pictures: &'a dyn Fn(&str) -> Option<Picture>,
}

impl Writer<'_> {
    fn half(&self, nodes: &[Node<'_>], blocks: &[Block], notes: &[(u32, Node<'_>)]) -> String {
        let mut html = String::new();
        for (index, node) in nodes.iter().enumerate() {
            let block = self.block(node);
            match blocks.get(index) {
                Some(named) => html.push_str(&with_id(&block, named.anchor().as_str())),
                None => html.push_str(&block),
            }
        }
        if !notes.is_empty() {
            html.push_str("<section class=\"footnotes\" role=\"doc-endnotes\"><ol");
            if let Some((first, _)) = notes.first().filter(|(first, _)| *first > 1) {
                let _ = write!(html, " start=\"{first}\"");
            }
            html.push('>');
            for (number, note) in notes {
                html.push_str(&self.note(*number, note));
            }
            html.push_str("</ol></section>");
        }
        sanitise(&html)
    }

    fn block(&self, node: Node<'_>) -> String {
        if let Some(own) = own_block(node, self.pictures) {
            return own;
        }
        let table = table_name(node);
        prepare(node, self.numbers, self.pictures);
        let html = self.format(node);
        match table {
            Some(name) => format!(
                "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">{html}</div>",
                escaped(&name)
            ),
            None => html,
        }
    }

    fn note(&self, number: u32, note: Node<'_>) -> String {
        let mut inner = String::new();
        for child in note.children().collect::<Vec<_>>() {
            // Inside its definition comrak would add a way back of its own.
            child.detach();
            prepare(child, self.numbers, self.pictures);
            inner.push_str(&self.format(child));
        }
        format!(
            "<li id=\"fn-{number}\">{inner}<a class=\"footnote-back\" href=\"#fnref-{number}\" role=\"doc-backlink\" aria-label=\"↩ {number}\">↩</a></li>"
        )
    }

    fn format(&self, node: Node<'_>) -> String {
        let mut html = String::new();
        // Writing to a string can't fail.
        let _ = format_html(node, &self.options, &mut html);
        html
    }
}

/// The accessible name of a table's scroll region: its header cells.
fn table_name(node: Node<'_>) -> Option<String> {
    if !matches!(node.data().value, NodeValue::Table(_)) {
        return None;
    }
    let cells = node.first_child()?.children().map(|cell| plain_text([cell]));
    Some(cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(", "))
}

/// Puts an id into the first tag of a block.
fn with_id(html: &str, id: &str) -> String {
    let Some(start) = html.find('<') else { return html.to_owned() };
    let name = html[start + 1..]
        .find(|c: char| !c.is_ascii_alphanumeric())
        .map_or(html.len(), |end| start + 1 + end);
    format!("{} id=\"{id}\"{}", &html[..name], &html[name..])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{BlockId, carry_ids, outline};
    use super::*;

    fn rendered(body: &str, cut: Cut) -> Rendered {
        let locale: Locale = "en".parse().expect("a tag");
        let pictures = |_: &str| Some(Picture { hash: "0".repeat(32), width: 1000, height: 500 });
        let mut next = 0;
        let blocks = carry_ids(&[], outline(body), || {
            next += 1;
            BlockId::from_random(next)
        });
        render(body, &blocks, &RenderOptions { cut, locale: &locale, pictures: &pictures })
    }

    #[test]
    fn the_marker_wins_over_the_count() {
        let body = "One.\n\nTwo.\n\nThree.\n\nFour.";
        let cut = |body: &str, cut| rendered(body, cut).teaser.text;
        assert_eq!(cut(body, Cut::After(3)), "One.\nTwo.\nThree.");
        assert_eq!(cut("One.\n\n<!-- paywall -->\n\nTwo.\n\nThree.", Cut::After(3)), "One.");
        assert_eq!(cut("One.\n\n<!-- paywall -->\n\nTwo.", Cut::None), "One.\nTwo.");
        assert!(rendered("One.\n\nTwo.", Cut::After(3)).remainder.is_none());
        assert_eq!(cut("<!-- paywall -->\n\nOne.", Cut::After(3)), "");
    }

    #[test]
    fn footnotes_are_numbered_through_both_halves() {
        let body = "A.[^x] B.[^y]\n\n<!-- paywall -->\n\nC.[^z] Again.[^x]\n\n[^z]: third\n\n[^y]: second\n\n[^x]: first";
        let all = rendered(body, Cut::After(3));
        let rest = all.remainder.expect("a remainder");
        assert!(all.teaser.html.contains("<li id=\"fn-1\"><p>first</p>"), "{}", all.teaser.html);
        assert!(all.teaser.html.contains("second") && !all.teaser.html.contains("third"));
        assert!(rest.html.contains("<ol start=\"3\"><li id=\"fn-3\"><p>third</p>"), "{}", rest.html);
        assert!(rest.html.contains("href=\"#fn-1\""), "{}", rest.html);
    }

    #[test]
    fn blocks_have_addresses() {
        let html = rendered("One.\n\n## Two\n\n- a\n\n![d](p.jpg \"Cap\")\n\n| a |\n|---|\n| b |", Cut::None)
            .teaser
            .html;
        for opening in ["<p id=", "<h2 id=", "<ul id=", "<figure id=", "<div id="] {
            assert!(html.contains(opening), "{opening} in {html}");
        }
        assert!(html.contains("<figcaption>Cap</figcaption>") && html.contains("alt=\"d\""), "{html}");
        assert!(html.contains("aria-label=\"a\""), "{html}");
    }

    #[test]
    fn raw_html_and_unknown_pictures_are_dropped() {
        let locale: Locale = "en".parse().expect("a tag");
        let body = "a <b onclick=x>b</b> <!-- c --> ![alt](gone.jpg)\n\n<script>d</script>\n\n# e";
        let options = RenderOptions { cut: Cut::None, locale: &locale, pictures: &|_| None };
        assert_eq!(render(body, &[], &options).teaser.html.trim(), "<p>a b  </p>\n<h2>e</h2>");
    }

    #[test]
    fn a_lone_address_becomes_a_card() {
        let html =
            rendered("https://www.youtube.com/watch?v=x\n\nhttps://example.org/", Cut::None).teaser.html;
        assert!(html.contains("class=\"embed\"") && html.contains("<b>youtube.com</b>"), "{html}");
        assert_eq!(html.matches("embed").count(), 1, "{html}");
        assert!(!html.contains("iframe"));
    }

    /// Every way in which words can stand in a document.
    fn forms(canary: &str, place: usize) -> String {
        match place {
            0 => format!("Text {canary} text."),
            1 => format!("## {canary}"),
            2 => format!("- a\n- {canary}\n  - b"),
            3 => format!("| a | b |\n|---|---|\n| 1 | {canary} |"),
            4 => format!("```\n{canary}\n```"),
            5 => format!("Note.[^{place}n]\n\n[^{place}n]: {canary}"),
            6 => format!("A [link][{place}l].\n\n[{place}l]: https://example.org/{canary} \"{canary}\""),
            7 => format!("![{canary}](x.jpg \"{canary}\")"),
            8 => format!("Before <!-- {canary} --> after."),
            9 => format!("> > {canary}"),
            10 => format!("<https://example.org/{canary}>"),
            11 => format!("<div>{canary}</div>"),
            12 => format!("Text ![{canary}](x.jpg) text."),
            13 => format!("- [x] {canary}"),
            14 => format!("Nested.[^{place}a]\n\n[^{place}a]: See.[^{place}b]\n\n[^{place}b]: {canary}"),
            _ => format!("~~{canary}~~ **{canary}** `{canary}`"),
        }
    }

    proptest! {
        #[test]
        fn no_word_after_the_cut_is_before_it(
            teaser in proptest::collection::vec(0usize..16, 1..5),
            remainder in proptest::collection::vec(0usize..16, 1..8),
        ) {
            let part = |places: &[usize], word: &str, offset: usize| {
                let forms = places.iter().enumerate().map(|(index, place)| {
                    // Names of notes and links differ from form to form.
                    let form = forms(word, *place);
                    form.replace(&format!("{place}n]"), &format!("n{}]", offset + index))
                        .replace(&format!("{place}l]"), &format!("l{}]", offset + index))
                        .replace(&format!("{place}a]"), &format!("a{}]", offset + index))
                        .replace(&format!("{place}b]"), &format!("b{}]", offset + index))
                });
                forms.collect::<Vec<_>>().join("\n\n")
            };
            let body = format!("{}\n\n<!-- paywall -->\n\n{}", part(&teaser, "sparrow", 0), part(&remainder, "canary", 100));
            let all = rendered(&body, Cut::After(3));
            prop_assert!(!all.teaser.html.contains("canary"), "{}\n\n{}", body, all.teaser.html);
            prop_assert!(!all.teaser.text.contains("canary"));
            let rest = all.remainder.unwrap_or_default();
            prop_assert!(!rest.html.contains("sparrow"), "{}", rest.html);
            let shown = remainder.iter().any(|place| ![8, 11].contains(place));
            prop_assert_eq!(shown, rest.html.contains("canary"), "{}", rest.html);
            for half in [&all.teaser.html, &rest.html] {
                prop_assert_eq!(&sanitise(half), half, "well-formed for itself");
            }
        }
    }
}
