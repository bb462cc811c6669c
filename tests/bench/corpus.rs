//! A publication to measure: many articles in five languages, made of real paragraphs.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::man;

/// Languages, and where their manual pages are below `usr/share/man`.
const LANGUAGES: [(&str, &str); 5] = [("en", "."), ("de", "de"), ("fr", "fr"), ("it", "it"), ("es", "es")];
const SECTIONS: u64 = 8;
const TAGS: u64 = 30;
/// Articles with a picture: the first ones, which are those that are measured.
const WITH_COVER: u64 = 100;

/// Writes `articles` folders to import into `to`. The same pages and the same number give the same
/// publication. Gives the number of translations.
pub(crate) fn write(manual: &Path, cover: &Path, articles: u64, to: &Path) -> u64 {
    let pools: Vec<_> =
        LANGUAGES.iter().map(|(tag, folder)| (*tag, man::paragraphs(&manual.join(folder)))).collect();
    fs::create_dir_all(to).expect("a folder to write to");
    fs::write(to.join("site.toml"), site()).expect("written");
    fs::write(to.join("plans.toml"), "[[plan]]\nkey = \"standard\"\n[plan.texts]\nen = { name = \"Standard\", description = \"\", benefits = [] }\n").expect("written");
    for number in 0..articles {
        let folder = to.join(format!("story-{number:05}"));
        fs::create_dir(&folder).expect("a new folder");
        let mut chance = Chance(number);
        if number < WITH_COVER {
            fs::copy(cover, folder.join("cover.jpg")).expect("copied");
        }
        fs::write(folder.join("article.toml"), article(number, &mut chance)).expect("written");
        for (tag, pool) in &pools {
            fs::write(folder.join(format!("{tag}.md")), text(number, pool, &mut chance)).expect("written");
        }
    }
    articles * LANGUAGES.len() as u64
}

fn article(number: u64, chance: &mut Chance) -> String {
    // The first is paid: it is the one whose variants are measured.
    let access = ["paid", "public", "paid", "members", "public"][usize::try_from(number % 5).unwrap_or(0)];
    let cover = if number < WITH_COVER { "cover = \"cover.jpg\"\n" } else { "" };
    format!(
        "access = \"{access}\"\nsource = \"en\"\nsection = \"s{}\"\ntags = [\"t{}\", \"t{}\"]\nauthors = [\"desk\"]\n{cover}",
        chance.below(SECTIONS),
        chance.below(TAGS / 2),
        TAGS / 2 + chance.below(TAGS / 2),
    )
}

fn text(number: u64, pool: &[String], chance: &mut Chance) -> String {
    let mut pick = || pool[usize::try_from(chance.below(pool.len() as u64)).unwrap_or(0)].as_str();
    let title: String = words(pick(), 8);
    let (standfirst, caption) = (words(pick(), 25), words(pick(), 12));
    let day = number / 4;
    let (year, month, date) = (2026 - day / 336, 12 - (day / 28) % 12, 28 - day % 28);
    // Nothing in the future: the count goes back from last year's end.
    let mut text = format!(
        "+++\ntitle = \"{title}\"\nslug = \"story-{number}\"\nstandfirst = \"{standfirst}.\"\ndescription = \"{standfirst}.\"\n\
         published_at = {:04}-{month:02}-{date:02}T06:00:00Z\n",
        year - 1
    );
    if number < WITH_COVER {
        let _ = write!(text, "cover_alt = \"{caption}\"\ncover_caption = \"{caption}\"\n");
    }
    text.push_str("+++\n\n");
    for block in 0..14 {
        if block % 5 == 3 {
            let _ = write!(text, "## {}\n\n", words(pick(), 5));
        }
        let _ = write!(text, "{} {}\n\n", pick(), pick());
    }
    text
}

/// The first words of a paragraph, for a line of a front matter.
fn words(paragraph: &str, count: usize) -> String {
    let text: Vec<_> = paragraph.split(' ').take(count).collect();
    text.join(" ").replace('\\', "").trim_end_matches(['.', ',', ':']).to_owned()
}

fn site() -> String {
    let mut toml = String::from("default_locale = \"en\"\ntime_zone = \"UTC\"\n");
    for (tag, _) in LANGUAGES {
        let _ = write!(
            toml,
            "\n[[locale]]\ntag = \"{tag}\"\nname = \"The Manual\"\ntagline = \"Measured daily\"\n"
        );
    }
    let mut term = |kind: &str, key: &str| {
        let _ = write!(toml, "\n[[{kind}]]\nkey = \"{key}\"\n[{kind}.names]\n");
        for (tag, _) in LANGUAGES {
            let _ = writeln!(toml, "{tag} = {{ name = \"{kind} {key}\", slug = \"{key}\" }}");
        }
    };
    (0..SECTIONS).for_each(|n| term("section", &format!("s{n}")));
    (0..TAGS).for_each(|n| term("tag", &format!("t{n}")));
    term("author", "desk");
    toml
}

/// Chance that repeats: `SplitMix64`.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % limit.max(1)
    }
}
