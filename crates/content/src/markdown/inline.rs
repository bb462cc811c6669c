//! What we write ourselves inside a block: figures, link cards, footnote marks.

use std::collections::HashMap;
use std::fmt::Write;

use comrak::nodes::{Node, NodeValue};
use url::Url;

use super::dialect::{lone_address, lone_picture};
use crate::media;

/// A picture that a body uses, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Content hash: its address.
    pub hash: String,
    /// Width of the original in pixels.
    pub width: u32,
    /// Height of the original in pixels.
    pub height: u32,
}

/// Numbers of footnotes by name, in the order of their first reference.
pub(super) type Numbers = HashMap<String, u32>;

/// Makes a block ready to be rendered: raw HTML goes, pictures and footnote marks become ours, a
/// first-level heading becomes a second-level one.
pub(super) fn prepare(block: Node<'_>, numbers: &Numbers, pictures: &dyn Fn(&str) -> Option<Picture>) {
    let nodes: Vec<_> = block.descendants().collect();
    for node in nodes {
        let replacement = match &node.data().value {
            NodeValue::HtmlInline(_) | NodeValue::HtmlBlock(_) => Some(String::new()),
            NodeValue::FootnoteReference(reference) => Some(
                numbers
                    .get(&reference.name)
                    .map_or_else(String::new, |number| mark(*number, reference.ref_num)),
            ),
            NodeValue::Image(image) => {
                Some(pictures(&image.url).map_or_else(String::new, |picture| img(&picture, &alt(node))))
            }
            _ => None,
        };
        if let Some(html) = replacement {
            for child in node.children().collect::<Vec<_>>() {
                child.detach();
            }
            node.data_mut().value = NodeValue::Raw(html);
        } else if let NodeValue::Heading(heading) = &mut node.data_mut().value {
            heading.level = heading.level.max(2);
        }
    }
}

/// A block that we write whole: a figure or a link card.
pub(super) fn own_block(block: Node<'_>, pictures: &dyn Fn(&str) -> Option<Picture>) -> Option<String> {
    if let Some(image) = lone_picture(block) {
        let NodeValue::Image(link) = &image.data().value else { return None };
        let Some(picture) = pictures(&link.url) else { return Some(String::new()) };
        let caption = if link.title.is_empty() {
            String::new()
        } else {
            format!("<figcaption>{}</figcaption>", escaped(&link.title))
        };
        return Some(format!("<figure>{}{caption}</figure>", img(&picture, &alt(image))));
    }
    let address = lone_address(block).filter(|address| is_embeddable(address))?;
    let host = Url::parse(&address).ok()?.host_str()?.trim_start_matches("www.").to_owned();
    let address = escaped(&address);
    Some(format!(
        "<p class=\"embed\"><a href=\"{address}\"><b>{}</b> <span>{address}</span></a></p>",
        escaped(&host)
    ))
}

/// Whether a lone address is one of a video or a post that readers would expect to see. It is shown
/// as a card with a link: nothing is loaded from there.
pub(super) fn is_embeddable(address: &str) -> bool {
    const HOSTS: [&str; 9] = [
        "youtube.com",
        "youtu.be",
        "vimeo.com",
        "bsky.app",
        "mastodon.social",
        "soundcloud.com",
        "arte.tv",
        "dailymotion.com",
        "flickr.com",
    ];
    Url::parse(address).is_ok_and(|url| {
        let host = url.host_str().unwrap_or_default();
        let known = HOSTS
            .iter()
            .any(|known| host == *known || host.strip_suffix(known).is_some_and(|sub| sub.ends_with('.')));
        // PeerTube videos are at /w/… wherever they are hosted.
        url.scheme() == "https" && (known || url.path().starts_with("/w/"))
    })
}

/// The mark that leads to a footnote.
fn mark(number: u32, occurrence: u32) -> String {
    let id = if occurrence > 1 { format!("fnref-{number}-{occurrence}") } else { format!("fnref-{number}") };
    format!(
        "<sup><a class=\"footnote-ref\" id=\"{id}\" href=\"#fn-{number}\" role=\"doc-noteref\">{number}</a></sup>"
    )
}

/// A picture in its sizes, WebP first.
fn img(picture: &Picture, alt: &str) -> String {
    let widths: Vec<u32> = media::widths_for(picture.width).collect();
    let set = |extension: &str| {
        let sizes =
            widths.iter().map(|width| format!("/media/{}/w{width}.{extension} {width}w", picture.hash));
        sizes.collect::<Vec<_>>().join(", ")
    };
    let sizes = "(min-width: 48em) 42rem, 100vw";
    let mut html = String::new();
    // Writing to a string can't fail.
    let _ = write!(
        html,
        "<picture><source type=\"image/webp\" srcset=\"{}\" sizes=\"{sizes}\"><img src=\"/media/{}/w{}.jpg\" srcset=\"{}\" \
         sizes=\"{sizes}\" width=\"{}\" height=\"{}\" alt=\"{}\" loading=\"lazy\" decoding=\"async\"></picture>",
        set("webp"),
        picture.hash,
        media::middle_width(picture.width),
        set("jpg"),
        picture.width,
        picture.height,
        escaped(alt)
    );
    html
}

fn alt(image: Node<'_>) -> String {
    image.descendants().filter_map(|node| node.data().value.text().map(str::to_owned)).collect()
}

pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}
