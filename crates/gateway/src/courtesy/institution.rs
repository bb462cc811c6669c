//! Reading from an institution's network.

use billing::courtesy::Institution;
use http::request::Parts;
use kernel::access::Reach;

use super::current;
use crate::app::App;
use crate::failure::Failure;
use crate::reader::Reader;

/// What a reader may read now, with what the institution has from whose network they read.
pub(crate) async fn reach(app: &App, reader: &Reader, request: &Parts) -> Result<Reach, Failure> {
    let now = app.clock.now();
    let own = reader.reach(now);
    let known = current(app).await?;
    let institution = request.extensions.get().and_then(|client| known.institution(*client, now));
    Ok(match institution {
        Some(institution) => with(own, institution),
        None => own,
    })
}

pub(super) fn with(own: Reach, institution: &Institution) -> Reach {
    institution.opens.iter().cloned().fold(own, Reach::with_plan)
}
