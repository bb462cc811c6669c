//! A publication full of canaries, as a folder to import.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use kernel::{Access, Locale};

/// Where in a text a canary sits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Position {
    /// First words after the cut.
    Start,
    /// A heading after the cut.
    Heading,
    /// The middle of the paid half.
    Middle,
    /// Alternative text of a picture.
    Alt,
    /// Caption of a picture.
    Caption,
    /// A block of code.
    Code,
    /// A cell of a table.
    Table,
    /// The text of a footnote.
    Footnote,
    /// The title of a link, written as a definition at the end.
    LinkTitle,
    /// The last words.
    End,
    /// An HTML comment: shown to nobody.
    Comment,
    /// An earlier revision: shown to nobody.
    OldRevision,
    /// A text that isn't published: shown to nobody.
    Draft,
}

impl Position {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Start,
        Self::Heading,
        Self::Middle,
        Self::Alt,
        Self::Caption,
        Self::Code,
        Self::Table,
        Self::Footnote,
        Self::LinkTitle,
        Self::End,
        Self::Comment,
        Self::OldRevision,
        Self::Draft,
    ];

    /// Whether it is part of the text that search looks through.
    #[must_use]
    pub fn is_searchable(self) -> bool {
        matches!(self, Self::Start | Self::Heading | Self::Middle | Self::Table | Self::End)
    }

    /// Whether readers who are entitled see it.
    #[must_use]
    pub fn is_shown(self) -> bool {
        !matches!(self, Self::Comment | Self::OldRevision | Self::Draft)
    }
}

/// A word that exists in one place only.
#[derive(Clone, Debug)]
pub struct Canary {
    /// The word: lower-case letters, so that search finds it whole.
    pub word: String,
    /// The rule of the article it is in.
    pub access: Access,
    /// The language of the text.
    pub locale: Locale,
    /// Where it sits.
    pub position: Position,
}

/// What was planted.
#[derive(Clone, Debug)]
pub struct Plant {
    /// Every canary.
    pub canaries: Vec<Canary>,
    /// The languages of the publication.
    pub locales: Vec<Locale>,
    /// A word of the visible half, to prove that search works at all.
    pub visible: String,
    /// Addresses that no link leads to: of texts that nobody may see, and former ones.
    pub addresses: Vec<String>,
}

impl Plant {
    /// Moves every closed text to a new address, and takes back those that were published in order
    /// to be withdrawn. Import the folder before and after.
    pub fn change(&self, dir: &Path) -> io::Result<()> {
        for folder in fs::read_dir(dir)?.filter_map(Result::ok).filter(|entry| entry.path().is_dir()) {
            for file in fs::read_dir(folder.path())?.filter_map(Result::ok) {
                if file.path().extension().is_some_and(|extension| extension == "md") {
                    let text = fs::read_to_string(file.path())?;
                    let text =
                        text.replace(FORMER, "slug = \"").replace(STILL_PUBLISHED, "state = \"withdrawn\"");
                    fs::write(file.path(), text)?;
                }
            }
        }
        Ok(())
    }
}

/// How the closed texts' first addresses begin.
const FORMER: &str = "slug = \"former-";
/// The state, until the change, of texts that will be withdrawn.
const STILL_PUBLISHED: &str = "state = \"published\"";

/// The rules that close an article. `gold` is a plan of the planted publication, like `silver`.
pub(crate) const RULES: [&str; 3] = ["members", "paid", "plans:gold"];

const LOCALES: [&str; 6] = ["en", "de", "fr", "it", "es", "ar"];

/// Writes the publication into an empty folder. `seed` makes its words: another seed, other words.
pub fn plant(dir: &Path, seed: u64) -> io::Result<Plant> {
    let mut words = Words { seed, next: 0 };
    let locales: Vec<Locale> = LOCALES.iter().filter_map(|tag| tag.parse().ok()).collect();
    let visible = words.next();
    fs::write(dir.join("site.toml"), site(&locales))?;
    fs::write(dir.join("plans.toml"), plans())?;
    let (mut canaries, mut addresses) = (Vec::new(), Vec::new());
    for rule in RULES {
        let Ok(access) = rule.parse::<Access>() else { continue };
        let folder = dir.join(format!("closed-{}", rule.replace(':', "-")));
        fs::create_dir(&folder)?;
        fs::write(folder.join("picture.png"), PICTURE)?;
        fs::write(folder.join("article.toml"), article(&access))?;
        for locale in &locales {
            let mut take = |position| {
                let canary =
                    Canary { word: words.next(), access: access.clone(), locale: locale.clone(), position };
                canaries.push(canary.clone());
                canary.word
            };
            let old = body(&visible, &mut |position| match position {
                Position::Start => take(Position::OldRevision),
                _ => "ordinary".to_owned(),
            });
            let slug = format!("former-closed-{}", rule.replace(':', "-"));
            addresses.push(format!("/{locale}/{slug}"));
            fs::write(folder.join(format!("{locale}.r1.md")), text(&slug, locale, &old))?;
            let new = body(&visible, &mut take);
            fs::write(folder.join(format!("{locale}.md")), text(&slug, locale, &new))?;
        }
        addresses.extend(drafts(dir, &access, &locales, &mut words, &mut canaries)?);
    }
    Ok(Plant { canaries, locales, visible, addresses })
}

/// Texts that nobody may see: a draft, one in review, a scheduled one, a withdrawn one, in each
/// language. Gives their addresses.
fn drafts(
    dir: &Path,
    access: &Access,
    locales: &[Locale],
    words: &mut Words,
    canaries: &mut Vec<Canary>,
) -> io::Result<Vec<String>> {
    let mut addresses = Vec::new();
    for state in ["draft", "in-review", "scheduled", "withdrawn"] {
        let slug = format!("{state}-{}", access.to_string().replace(':', "-"));
        let folder = dir.join(&slug);
        fs::create_dir(&folder)?;
        fs::write(folder.join("picture.png"), PICTURE)?;
        fs::write(folder.join("article.toml"), article(access))?;
        for locale in locales {
            let word = words.next();
            let date = if state == "scheduled" { "2099-01-01T00:00:00Z" } else { "2026-01-01T00:00:00Z" };
            let state = match state {
                "withdrawn" => STILL_PUBLISHED.to_owned(),
                state => format!("state = \"{state}\""),
            };
            addresses.push(format!("/{locale}/{slug}"));
            let text = format!(
                "+++\ntitle = \"Unseen {word}\"\nslug = \"{slug}\"\n{state}\npublished_at = {date}\n\
                 description = \"{word}\"\n+++\n\n{word} begins.\n"
            );
            fs::write(folder.join(format!("{locale}.md")), text)?;
            let (access, locale) = (access.clone(), locale.clone());
            canaries.push(Canary { word, access, locale, position: Position::Draft });
        }
    }
    Ok(addresses)
}

/// A body with the canary that `take` gives in each position after the cut.
fn body(visible: &str, take: &mut impl FnMut(Position) -> String) -> String {
    let mut text = format!("The teaser says {visible}.[^t]\n\nIt goes on.\n\n<!-- paywall -->\n\n");
    let mut put = |position, before: &str, after: &str| {
        let _ = write!(text, "{before}{}{after}", take(position));
    };
    put(Position::Start, "", " comes first after the cut.[^n]\n\n");
    put(Position::Heading, "## About ", "\n\n");
    put(Position::Middle, "In the middle is ", ", and a [link][l] too.\n\n");
    put(Position::Alt, "![A picture of ", "](picture.png");
    put(Position::Caption, " \"Caption with ", "\")\n\n");
    put(Position::Code, "```\nlet ", " = 1;\n```\n\n");
    put(Position::Table, "| a | b |\n|---|---|\n| 1 | ", " |\n\n");
    put(Position::Comment, "<!-- ", " -->\n\n");
    put(Position::End, "At the end stands ", ".\n\n");
    text.push_str("[^t]: A note of the teaser.\n\n");
    let mut put = |position, before: &str, after: &str| {
        let _ = write!(text, "{before}{}{after}", take(position));
    };
    put(Position::Footnote, "[^n]: A note with ", ".\n\n");
    put(Position::LinkTitle, "[l]: https://example.org/ \"", "\"\n");
    text
}

fn text(slug: &str, locale: &Locale, body: &str) -> String {
    format!(
        "+++\ntitle = \"Closed story ({locale})\"\nslug = \"{slug}\"\nstandfirst = \"What everyone may see.\"\n\
         description = \"What everyone may see.\"\npublished_at = 2026-01-01T00:00:00Z\n\
         cover_alt = \"A cover\"\ncover_caption = \"A cover\"\n+++\n\n{body}"
    )
}

fn article(access: &Access) -> String {
    let rule = match access {
        Access::Plans(plans) => format!("{:?}", plans.iter().map(ToString::to_string).collect::<Vec<_>>()),
        other => format!("\"{other}\""),
    };
    format!(
        "access = {rule}\nsource = \"en\"\nsection = \"news\"\ntags = [\"topic\"]\nauthors = [\"desk\"]\ncover = \"picture.png\"\n"
    )
}

fn site(locales: &[Locale]) -> String {
    let mut toml = String::from("default_locale = \"en\"\ntime_zone = \"UTC\"\n");
    for locale in locales {
        let _ =
            write!(toml, "\n[[locale]]\ntag = \"{locale}\"\nname = \"Leak check\"\ntagline = \"Canaries\"\n");
    }
    for (kind, key) in [("section", "news"), ("tag", "topic"), ("author", "desk")] {
        let _ = write!(toml, "\n[[{kind}]]\nkey = \"{key}\"\n[{kind}.names]\n");
        for locale in locales {
            let _ = writeln!(toml, "{locale} = {{ name = \"{key}\", slug = \"{key}\" }}");
        }
    }
    toml
}

fn plans() -> String {
    let mut toml = String::new();
    for plan in ["standard", "silver", "gold"] {
        let _ = write!(
            toml,
            "[[plan]]\nkey = \"{plan}\"\n[plan.texts]\nen = {{ name = \"{plan}\", description = \"\", benefits = [] }}\n\n"
        );
    }
    toml
}

/// Makes words that nobody would write: a fixed beginning and twelve letters of a mixed counter.
struct Words {
    seed: u64,
    next: u64,
}

impl Words {
    fn next(&mut self) -> String {
        self.next += 1;
        // SplitMix64: neighbouring counters give unlike words.
        let mut z = self.seed.wrapping_add(self.next.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
        let letters =
            (0..12).map(|place| char::from(b'a' + u8::try_from((z >> (5 * place)) % 26).unwrap_or(0)));
        std::iter::once('q').chain(std::iter::once('z')).chain(letters).collect()
    }
}

/// A PNG of 2 × 2 pixels.
const PICTURE: &[u8] = include_bytes!("picture.png");

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_position_is_planted_for_every_rule_and_language() {
        let dir = tempfile::tempdir().expect("a folder");
        let plant = plant(dir.path(), 7).expect("planted");
        for rule in RULES {
            let access: Access = rule.parse().expect("a rule");
            for locale in &plant.locales {
                let here = plant
                    .canaries
                    .iter()
                    .filter(|canary| canary.access == access && canary.locale == *locale);
                let positions: BTreeSet<_> = here.map(|canary| canary.position).collect();
                assert_eq!(positions.len(), Position::ALL.len(), "{rule} {locale}");
            }
        }
        let words: BTreeSet<_> = plant.canaries.iter().map(|canary| &canary.word).collect();
        assert_eq!(words.len(), plant.canaries.len(), "every word is in one place only");
    }

    #[test]
    fn the_change_moves_closed_texts_and_withdraws_others() {
        let dir = tempfile::tempdir().expect("a folder");
        let plant = plant(dir.path(), 7).expect("planted");
        assert!(plant.addresses.contains(&"/de/former-closed-paid".to_owned()));
        assert!(plant.addresses.contains(&"/ar/withdrawn-plans-gold".to_owned()));
        plant.change(dir.path()).expect("changed");
        let text = |name: &str| fs::read_to_string(dir.path().join(name)).expect("readable");
        assert!(text("closed-paid/de.md").contains("slug = \"closed-paid\""));
        assert!(text("closed-paid/de.r1.md").contains("slug = \"closed-paid\""));
        assert!(text("withdrawn-paid/de.md").contains("state = \"withdrawn\""));
        assert!(text("draft-paid/de.md").contains("state = \"draft\""));
    }
}
