//! Drafts by machine: block by block, into places that nobody has touched.

use std::time::Duration;

use content::side::{Row, RowKey};
use content::{Line, SaveError, SideBySide};
use kernel::{ArticleId, Locale};
use tokio_util::sync::CancellationToken;
use translation::machine::{self, Failure as MachineFailure, Pair, Refused, Translator};

use crate::admin::{slug_for, terms};
use crate::app::App;

/// How often it is looked for drafts to make.
const POLL: Duration = Duration::from_secs(1);

/// Makes the drafts that were asked for, until cancelled. Several workers, in one process or many,
/// share them.
pub async fn draft_by_machine(app: App, cancel: CancellationToken) {
    let Some(translator) = app.machine.clone() else { return };
    loop {
        match app.content.take_machine_job().await {
            Ok(Some((article, locale))) => {
                tokio::select! {
                    // What is left is taken up again when the lease has ended.
                    () = cancel.cancelled() => return,
                    () = make(&app, &*translator, article, &locale) => {}
                }
                continue;
            }
            Ok(None) => {}
            Err(error) => tracing::error!(%error, "can't look for drafts to make; trying again"),
        }
        if tokio::time::timeout(POLL, cancel.cancelled()).await.is_ok() {
            return;
        }
    }
}

async fn make(app: &App, translator: &dyn Translator, article: ArticleId, locale: &Locale) {
    let (refused, problem) = match drafts(app, translator, article, locale).await {
        Ok(outcome) => outcome,
        Err(error) => {
            tracing::error!(%error, %article, %locale, "drafts couldn't be saved");
            (0, Some("inside"))
        }
    };
    if let Err(error) = app.content.end_machine_job(article, locale, refused, problem).await {
        tracing::error!(%error, %article, %locale, "the end of drafts couldn't be noted");
    }
}

/// Makes and saves the drafts of a translation; how many were refused, and what ended the work early.
async fn drafts(
    app: &App,
    translator: &dyn Translator,
    article: ArticleId,
    locale: &Locale,
) -> Result<(u32, Option<&'static str>), SaveError> {
    let Some(side) = app.content.side_by_side(article, locale).await? else { return Ok((0, None)) };
    let pair = Pair { from: side.source_locale.to_string(), into: locale.to_string() };
    let glossary = terms(app, &side, locale).await?;
    let wanted = wanted(&side);
    let total = u32::try_from(wanted.len()).unwrap_or(u32::MAX);
    let (mut lines, mut rows) = (Vec::new(), Vec::new());
    let (mut refused, mut problem) = (0, None);
    for (done, (place, source)) in (0..).zip(wanted) {
        app.content.machine_progress(article, locale, done, total).await?;
        match machine::draft(translator, source, &pair, &glossary).await {
            Ok(draft) => match place {
                Place::Line(line) => lines.push((line, draft.markdown)),
                Place::Row(key) => rows.push((key, draft.markdown)),
            },
            Err(Refused::Marks) => refused += 1,
            Err(Refused::Failed(failure)) => {
                tracing::warn!(%failure, %article, %locale, "drafts by machine ended early");
                problem = Some(word(&failure));
                break;
            }
        }
    }
    app.content.machine_progress(article, locale, total, total).await?;
    let own = side.target.as_ref().map(|(standing, text)| (standing.slug.clone(), text.draft.title.clone()));
    let title = lines.iter().find(|(line, _)| *line == Line::Title).map(|(_, text)| text.clone());
    let title = title.or(own.as_ref().map(|(_, title)| title.clone()));
    // Without a title there is no translation; the source's stands for it until somebody writes one.
    let title = title.unwrap_or_else(|| side.source.draft.title.clone());
    if own.is_none() && !lines.iter().any(|(line, _)| *line == Line::Title) {
        lines.push((Line::Title, title.clone()));
    }
    if lines.is_empty() && rows.is_empty() {
        return Ok((refused, problem));
    }
    let slug = match own {
        Some((slug, _)) => slug.parse().ok(),
        None => free_slug(app, locale, &title, article).await?,
    };
    let Some(slug) = slug else { return Ok((refused, Some("inside"))) };
    app.content.save_drafts(article, locale, &lines, &rows, side.source.version, slug).await?;
    Ok((refused, problem))
}

/// An address that the title gives and that nobody has, or one with the story's id.
async fn free_slug(
    app: &App,
    locale: &Locale,
    title: &str,
    article: ArticleId,
) -> Result<Option<kernel::Slug>, SaveError> {
    let id = article.to_string().replace('-', "");
    let Some(slug) = slug_for(title) else { return Ok(id.parse().ok()) };
    let taken = !matches!(app.content.find(locale, slug.as_str()).await?, content::store::Found::Nothing);
    if !taken {
        return Ok(Some(slug));
    }
    let end = id.get(id.len().saturating_sub(6)..).unwrap_or_default();
    Ok(format!("{slug}-{end}").parse().ok())
}

enum Place {
    Line(Line),
    Row(RowKey),
}

/// The texts that a draft is wanted of, with their source: those that are missing, and those that
/// only a machine has written and whose source has moved on.
fn wanted(side: &SideBySide) -> Vec<(Place, &str)> {
    let lines = Line::ALL.into_iter().filter_map(|line| {
        let source = line.of(&side.source.draft);
        let has = side.target.as_ref().is_some_and(|(_, text)| !line.of(&text.draft).is_empty());
        let wanted = side.is_line_free(line) && (!has || side.line_before(line).is_some());
        (wanted && !source.trim().is_empty()).then_some((Place::Line(line), source))
    });
    let rows = side.rows.iter().filter_map(|row: &Row| {
        let wanted = side.is_row_free(row) && (row.target.is_none() || row.standing.is_open());
        Some((Place::Row(row.key.clone()), row.source.as_deref().filter(|_| wanted)?))
    });
    lines.chain(rows).collect()
}

/// The second half of a key `machine-problem-…`.
fn word(failure: &MachineFailure) -> &'static str {
    match failure {
        MachineFailure::Unreachable(_) => "unreachable",
        MachineFailure::Failing(_) => "failing",
        MachineFailure::Refusing { .. } => "refusing",
        MachineFailure::Unreadable(_) => "unreadable",
    }
}
