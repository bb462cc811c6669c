//! `gazette staff`.

use std::io::Read;
use std::process::ExitCode;

use accounts::{Languages, Member, Password};
use anyhow::{Context, Result, bail};
use content::Site;
use kernel::{Email, Locale};

use crate::cli::Staff;
use crate::config::Config;
use crate::database;
use crate::wiring::System;

/// How the audit trail names what is done here.
const ACTOR: &str = "command line";

pub(crate) async fn run(config: &Config, what: Staff) -> Result<ExitCode> {
    let database = database::open_migrated(config).await?;
    let system = System::open(config, database)?;
    match what {
        Staff::Add { email, role, locale } => add(&system, &email, &role, &locale).await?,
        Staff::SetPassword { email } => set_password(&system, &email).await?,
        Staff::ResetFactor { email } => {
            let member = find(&system, &email).await?;
            system.accounts.reset_factors(member.id, ACTOR).await?;
            super::print(&format!("{email} has no second factor any more"));
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn add(system: &System, email: &Email, role: &str, locales: &[Locale]) -> Result<()> {
    let role: accounts::Role =
        role.parse().context("--role is one of owner, admin, editor, author and translator")?;
    let site = system.content.site().await?;
    if !locales.is_empty() && !role.has_locales() {
        bail!("--locale is for authors and translators; all others work in all languages");
    }
    if let Some(unknown) = locales.iter().find(|tag| !site.locales.iter().any(|own| own.locale == **tag)) {
        bail!("the publication isn't in {unknown}; expected one of its languages");
    }
    let member = system.accounts.ensure_member(email, "", &Languages::of(site.default_locale)).await?;
    system.accounts.set_work(member.id, Some(role), locales, ACTOR).await?;
    let next = if system.accounts.factors(member.id).await?.password {
        ""
    } else {
        "; `gazette staff set-password` gives a password to sign in with at /admin"
    };
    super::print(&format!("{email} is {role}{next}"));
    Ok(())
}

async fn set_password(system: &System, email: &Email) -> Result<()> {
    let member = find(system, email).await?;
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).context("can't read the password from standard input")?;
    let site = system.content.site().await?;
    let password = judged(text.trim_end_matches(['\r', '\n']), email, &site)?;
    system.accounts.set_password(member.id, &password, None, ACTOR).await?;
    super::print(&format!("{email} has a new password, and is signed out"));
    Ok(())
}

fn judged(text: &str, email: &Email, site: &Site) -> Result<Password> {
    let names = site.locales.iter().map(|own| own.name.as_str());
    Password::new(text, email, names).context("the password isn't good enough")
}

async fn find(system: &System, email: &Email) -> Result<Member> {
    match system.accounts.member_by_email(email).await? {
        Some(member) if member.role.is_some() => Ok(member),
        _ => bail!("{email} has no role; `gazette staff add` gives one"),
    }
}
