//! Signing in: a password and, where there is one, a second factor; or a passkey alone.

use kernel::{Email, MemberId};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use subtle::ConstantTimeEq;

use super::passkey::{Passkeys, Refused};
use super::password::Judged;
use super::step::Purpose;
use crate::accounts::Accounts;
use crate::audit::{self, Actor};
use crate::device;
use crate::entity::{staff_proof, staff_step};
use crate::error::AccountError;
use crate::member::Member;
use crate::secret::{StepToken, random};
use crate::session::{NewSession, Proof};

/// The browser that wants in.
#[derive(Clone, Copy, Debug)]
pub struct Visit<'a> {
    /// The address it comes from, or the part of it that one customer has (IPv6: /64).
    pub network: &'a str,
    /// What it calls itself.
    pub user_agent: &'a str,
    /// What [`Entered::known`] once gave it.
    pub known: Option<&'a str>,
}

/// Somebody has signed in to the newsroom.
#[derive(Clone, Debug)]
pub struct Entered {
    /// The staff session.
    pub session: NewSession,
    /// Who it is.
    pub member: Member,
    /// What the browser may keep, so that others' guesses at this account never slow it down.
    pub known: String,
    /// Whether it took one of the recovery codes.
    pub by_recovery_code: bool,
}

/// How far a password has led.
#[derive(Clone, Debug)]
pub enum PasswordEntry {
    /// In.
    Entered(Box<Entered>),
    /// To the second factor, which this browser has to bring.
    Half(StepToken),
}

/// Why somebody isn't in.
#[derive(Debug, thiserror::Error)]
pub enum EnterError {
    /// Something of it is wrong; what, isn't told.
    #[error("that isn't right")]
    Wrong,
    /// Too many failures; nothing is tried before so many seconds have passed.
    #[error("too many failures; try again in {0} s")]
    Wait(i64),
    /// The first half was proved too long ago, or the second was tried too often.
    #[error("this took too long; begin anew")]
    Expired,
    /// The accounts failed.
    #[error(transparent)]
    Account(#[from] AccountError),
}

impl From<sea_orm::DbErr> for EnterError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Account(error.into())
    }
}

impl Visit<'_> {
    fn actor(&self, accounts: &Accounts, name: String) -> Actor {
        Actor { name, network: accounts.network_mark(self.network), device: device::label(self.user_agent) }
    }
}

/// What an attempt is about where failures are counted.
enum About<'a> {
    Password(&'a str),
    Factor(MemberId),
}

impl Accounts {
    /// Signs in by address and password, or half. Whether the address is somebody's can't be told from
    /// the answer or from the time it takes.
    pub async fn enter_by_password(
        &self,
        email: &Email,
        password: &str,
        visit: Visit<'_>,
    ) -> Result<PasswordEntry, EnterError> {
        let member = self.member_by_email(email).await?.filter(|member| member.role.is_some());
        let id = member.as_ref().map_or(MemberId::from(uuid::Uuid::nil()), |member| member.id);
        let proof = self.staff_proof(id).await?;
        self.check_password(
            &About::Password(email.as_str()),
            member.as_ref(),
            proof.as_ref(),
            password,
            visit,
        )
        .await?;
        let Some(member) = member else { return Err(EnterError::Wrong) };
        if self.factors(member.id).await?.second() {
            let token = self.begin_step(Purpose::Factor, Some(member.id), None).await?;
            return Ok(PasswordEntry::Half(token));
        }
        let entered = self.let_in(member, Proof::Password, visit, false).await?;
        Ok(PasswordEntry::Entered(Box::new(entered)))
    }

    async fn check_password(
        &self,
        about: &About<'_>,
        member: Option<&Member>,
        proof: Option<&staff_proof::Model>,
        password: &str,
        visit: Visit<'_>,
    ) -> Result<(), EnterError> {
        let limits = self.take(about, member.map(|member| member.id), visit).await?;
        let hash = proof.and_then(|proof| proof.password.clone());
        let judged = self.hasher.judge(hash, password.to_owned()).await?;
        if judged == Judged::Wrong {
            return Err(EnterError::Wrong);
        }
        self.give_attempt_back(&limits).await?;
        if let (Judged::RightAndOld, Some(member)) = (judged, member) {
            self.rehash(member.id, password).await?;
        }
        Ok(())
    }

    /// Counts an attempt; says what to give back if it was right.
    async fn take(
        &self,
        about: &About<'_>,
        member: Option<MemberId>,
        visit: Visit<'_>,
    ) -> Result<Vec<super::limit::Limit>, EnterError> {
        let browser = member.zip(visit.known).and_then(|(member, known)| self.known_browser(member, known));
        let name = match about {
            About::Password(email) => format!("password {email}"),
            About::Factor(member) => format!("factor {member}"),
        };
        let limits = self.limits(&name, browser.as_deref(), visit.network);
        let actor = visit.actor(self, "visitor".to_owned());
        let subject = member.map_or("unknown".to_owned(), |member| member.to_string());
        match self.take_attempt(&limits, &actor, &subject).await? {
            Ok(()) => Ok(limits),
            Err(wait) => Err(EnterError::Wait(wait.seconds)),
        }
    }

    /// Which second factors can finish a sign-in: whether there are one-time codes, and whether there
    /// are passkeys. `None` if it has expired.
    pub async fn pending_entry(&self, token: &str) -> Result<Option<(bool, bool)>, AccountError> {
        let step = self.open_step(Purpose::Factor, token).await?;
        let Some(member) = step.and_then(|step| step.member_id) else { return Ok(None) };
        let factors = self.factors(member.into()).await?;
        Ok(Some((factors.totp, !factors.passkeys.is_empty())))
    }

    /// Finishes a sign-in by a one-time code or a recovery code.
    pub async fn finish_entry_by_code(
        &self,
        token: &str,
        code: &str,
        visit: Visit<'_>,
    ) -> Result<Entered, EnterError> {
        let step = self.try_step(Purpose::Factor, token).await?.ok_or(EnterError::Expired)?;
        let member = self.of_step(&step).await?;
        let limits = self.take(&About::Factor(member.id), Some(member.id), visit).await?;
        let proof = self.staff_proof(member.id).await?;
        let by_totp = match &proof {
            Some(proof) => self.use_totp(proof, code).await?,
            None => false,
        };
        if !by_totp && !self.use_recovery_code(member.id, code).await? {
            return Err(EnterError::Wrong);
        }
        self.give_attempt_back(&limits).await?;
        if !self.end_step(&step).await? {
            return Err(EnterError::Expired);
        }
        self.let_in(member, Proof::Factor, visit, !by_totp).await
    }

    /// Begins finishing a sign-in by a passkey: what `navigator.credentials.get` takes.
    pub async fn begin_entry_by_passkey(
        &self,
        passkeys: &Passkeys,
        token: &str,
    ) -> Result<Value, EnterError> {
        let step = self.open_step(Purpose::Factor, token).await?.ok_or(EnterError::Expired)?;
        let member = self.of_step(&step).await?;
        let challenged = self.challenge_passkeys(passkeys, member.id).await?;
        let (challenge, options) = challenged.ok_or(EnterError::Wrong)?;
        self.challenge_in_step(&step, challenge).await?;
        Ok(options)
    }

    /// Finishes a sign-in by a passkey.
    pub async fn finish_entry_by_passkey(
        &self,
        passkeys: &Passkeys,
        token: &str,
        answer: Value,
        visit: Visit<'_>,
    ) -> Result<Entered, EnterError> {
        let step = self.try_step(Purpose::Factor, token).await?.ok_or(EnterError::Expired)?;
        let member = self.of_step(&step).await?;
        if step.challenge.is_none() {
            return Err(EnterError::Wrong);
        }
        let answered = self.passkey_answered(passkeys, &step, member.id, answer).await?;
        if answered.is_err() || !self.end_step(&step).await? {
            return Err(EnterError::Wrong);
        }
        self.let_in(member, Proof::Factor, visit, false).await
    }

    /// Signs in by a passkey alone ([`Accounts::begin_passkey_entry`]).
    pub async fn enter_by_passkey(
        &self,
        passkeys: &Passkeys,
        token: &str,
        answer: Value,
        visit: Visit<'_>,
    ) -> Result<Entered, EnterError> {
        let Ok(id) = self.passkey_entered(passkeys, token, answer).await? else {
            return Err(EnterError::Wrong);
        };
        let member = self.member(id).await?.filter(|member| member.role.is_some());
        self.let_in(member.ok_or(EnterError::Wrong)?, Proof::Factor, visit, false).await
    }

    /// Opens a staff session for somebody who has just proved by other means who they are: the set-up,
    /// an accepted invitation.
    pub async fn enter_new(&self, member: MemberId, visit: Visit<'_>) -> Result<Entered, EnterError> {
        let member = self.member(member).await?.filter(|member| member.role.is_some());
        self.let_in(member.ok_or(EnterError::Wrong)?, Proof::Password, visit, false).await
    }

    async fn let_in(
        &self,
        member: Member,
        proof: Proof,
        visit: Visit<'_>,
        by_recovery_code: bool,
    ) -> Result<Entered, EnterError> {
        let session = self.open_staff(&self.database, member.id, proof, visit.user_agent).await?;
        let (actor, subject) = (visit.actor(self, member.id.to_string()), member.id.to_string());
        let detail = json!({ "by": if by_recovery_code { "recovery-code" } else { proof.as_str() } });
        audit::record(&self.database, self.now(), &actor, "signed-in", &subject, &detail).await?;
        let name = kernel::hash::hex(&random::<16>().map_err(AccountError::from)?);
        let known = format!("{name}.{}", self.keys.known_browser(member.id.as_uuid(), &name));
        Ok(Entered { session, member, known, by_recovery_code })
    }

    /// Proves anew, by password, who uses a staff session: for acts that ask for it.
    pub async fn prove_by_password(
        &self,
        member: &Member,
        session: kernel::SessionId,
        password: &str,
        visit: Visit<'_>,
    ) -> Result<(), EnterError> {
        let proof = self.staff_proof(member.id).await?;
        let about = About::Password(member.email.as_str());
        self.check_password(&about, Some(member), proof.as_ref(), password, visit).await?;
        Ok(self.note_proof(session).await?)
    }

    /// Begins proving by passkey who uses a staff session; `None` if they have none.
    pub async fn begin_proof_by_passkey(
        &self,
        passkeys: &Passkeys,
        member: MemberId,
    ) -> Result<Option<(StepToken, Value)>, AccountError> {
        let Some((challenge, options)) = self.challenge_passkeys(passkeys, member).await? else {
            return Ok(None);
        };
        Ok(Some((self.begin_step(Purpose::Passkey, Some(member), Some(challenge)).await?, options)))
    }

    /// Proves by passkey who uses a staff session.
    pub async fn prove_by_passkey(
        &self,
        passkeys: &Passkeys,
        member: MemberId,
        session: kernel::SessionId,
        token: &str,
        answer: Value,
    ) -> Result<Result<(), Refused>, AccountError> {
        let step = self.try_step(Purpose::Passkey, token).await?;
        let Some(step) = step.filter(|step| step.member_id == Some(member.as_uuid())) else {
            return Ok(Err(Refused));
        };
        let answered = self.passkey_answered(passkeys, &step, member, answer).await?;
        if answered.is_err() || !self.end_step(&step).await? {
            return Ok(Err(Refused));
        }
        self.note_proof(session).await?;
        Ok(Ok(()))
    }

    async fn of_step(&self, step: &staff_step::Model) -> Result<Member, EnterError> {
        let member = match step.member_id {
            Some(id) => self.member(id.into()).await?,
            None => None,
        };
        member.filter(|member| member.role.is_some()).ok_or(EnterError::Expired)
    }

    /// The name of a browser that was signed in as this member before.
    fn known_browser(&self, member: MemberId, known: &str) -> Option<String> {
        let (name, proof) = known.split_once('.')?;
        let expected = self.keys.known_browser(member.as_uuid(), name);
        bool::from(expected.as_bytes().ct_eq(proof.as_bytes())).then(|| name.to_owned())
    }

    async fn rehash(&self, member: MemberId, password: &str) -> Result<(), AccountError> {
        let hash = self.hasher.hash_again(password).await?;
        staff_proof::Entity::update_many()
            .col_expr(staff_proof::Column::Password, Expr::value(hash))
            .filter(staff_proof::Column::MemberId.eq(member.as_uuid()))
            .exec(&self.database)
            .await?;
        Ok(())
    }
}
