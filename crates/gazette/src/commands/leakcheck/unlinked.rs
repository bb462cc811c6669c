//! Pages of the newsroom to which no link leads in a publication that sells nothing and has imported
//! nobody.

use accounts::Role;
use anyhow::{Context, Result};
use leakcheck::{Visitor, Walker};

use crate::wiring::System;

/// Looks at them as the owner.
pub(super) async fn look(walker: &mut Walker, system: &System, owner: &Visitor) -> Result<()> {
    let staff = system.accounts.staff().await?;
    let member =
        staff.into_iter().find(|member| member.role == Some(Role::Owner)).context("there is an owner")?;
    let import = system.accounts.keep_import(member.id, "email\n", 0, "[]").await?;
    walker.page(owner, &format!("/admin/members/import/{import}")).await?;
    walker.page(owner, &format!("/admin/members/{}/change?purchase=none", member.id)).await?;
    Ok(())
}
