//! Previews: staff send a text, and get back what some reader would see of it. What they may see
//! themselves must not be in it.

use anyhow::{Context, Result, bail};
use content::DeskFilter;
use leakcheck::{Visitor, Walker};

use super::rules;
use crate::wiring::System;

/// Asks for every published text as a visitor and as a member would see it.
pub(super) async fn look(walker: &mut Walker, system: &System, staff: &Visitor) -> Result<()> {
    let readers = [
        ("visitor", Visitor::anonymous()),
        ("member", Visitor::with_cookie("a member, in a preview", "", rules(&["members"])?)),
    ];
    let locale = system.content.site().await?.default_locale;
    let page = system.content.desk(&DeskFilter::default(), None, 1_000, &locale).await?;
    let mut seen = 0;
    for story in page.stories {
        for text in story.texts {
            let Some(version) = text.live_version else { continue };
            let Some(revision) = system.content.revision(text.translation, version).await? else { continue };
            let text_page = format!("/admin/stories/{}/{}", story.article, text.locale);
            walker.page(staff, &format!("{text_page}/publish")).await?;
            let address = format!("{text_page}/preview");
            for (word, reader) in &readers {
                let draft = &revision.draft;
                let form = [
                    ("title", draft.title.as_str()),
                    ("standfirst", &draft.standfirst),
                    ("slug", draft.slug.as_str()),
                    ("body", &draft.body),
                    ("description", &draft.description),
                    ("as", word),
                ];
                let shown = walker.form(staff, &address, &form).await;
                let shown = shown.with_context(|| format!("previewing {address}"))?;
                walker.read(reader, &format!("POST {address} as {word}"), &shown);
                seen += usize::from(shown.contains("<article"));
            }
        }
    }
    if seen == 0 {
        bail!("no preview showed a text");
    }
    Ok(())
}
