//! `gazette search`.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::cli::Search;
use crate::config::Config;

/// Makes Meilisearch's keys, and prints them as configuration.
pub(crate) async fn run(config: &Config, what: Search) -> Result<ExitCode> {
    let Search::Provision { master_key } = what;
    if master_key.is_empty() {
        bail!("the master key is empty; give it with --master-key or in MEILI_MASTER_KEY");
    }
    let url = config.search.url.as_ref().context("search.url is not set: where is Meilisearch?")?;
    let keys = search::provision(url.as_str(), &master_key, &config.search.prefix)
        .await
        .context("can't make the keys")?;
    super::print(&format!(
        "[search]\nengine = \"meilisearch\"\nurl = \"{url}\"\nprefix = \"{}\"\nsearch_key = \"{}\"\nindex_key = \"{}\"   # not on `--role web` nodes",
        config.search.prefix, keys.search, keys.index
    ));
    Ok(ExitCode::SUCCESS)
}
