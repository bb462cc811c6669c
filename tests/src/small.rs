//! A publication of a few lines, for what the sample publication is too large for.

use std::fs;
use std::path::Path;

/// Makes the folder of one in English and German, with a section and a plan.
///
/// # Panics
/// If it can't be written.
pub fn write_site(folder: &Path) {
    let site = "default_locale = \"en\"\ntime_zone = \"UTC\"\n\n[[locale]]\ntag = \"en\"\nname = \"The Harbour\"\n\n\
                [[locale]]\ntag = \"de\"\nname = \"Der Hafen\"\n\n[[section]]\nkey = \"news\"\n[section.names]\n\
                en = { name = \"News\", slug = \"news\" }\nde = { name = \"Neues\", slug = \"neues\" }\n";
    let plans = "[[plan]]\nkey = \"standard\"\n[plan.texts]\n\
                 en = { name = \"Standard\", description = \"\", benefits = [] }\n";
    fs::write(folder.join("site.toml"), site).expect("written");
    fs::write(folder.join("plans.toml"), plans).expect("written");
}

/// Writes a story, or writes it anew: its key is its slug in both languages, `front` further lines of
/// front matter, such as `published_at = …`.
///
/// # Panics
/// If it can't be written.
pub fn write_story(folder: &Path, key: &str, access: &str, front: &str, body: &str) {
    let dir = folder.join(key);
    fs::create_dir_all(&dir).expect("made");
    let article = format!("access = \"{access}\"\nsource = \"en\"\nsection = \"news\"\n");
    fs::write(dir.join("article.toml"), article).expect("written");
    for locale in ["en", "de"] {
        let text = format!("+++\ntitle = \"Story {key}\"\nslug = \"{key}\"\n{front}\n+++\n\n{body}\n");
        fs::write(dir.join(format!("{locale}.md")), text).expect("written");
    }
}
